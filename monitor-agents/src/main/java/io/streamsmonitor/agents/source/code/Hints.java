package io.streamsmonitor.agents.source.code;

/** What the words of a file tell while nothing of it is taken apart. A no is certain. */
public interface Hints {
  /** Nothing is known: everything may be. */
  Hints NONE =
      new Hints() {
        @Override
        public boolean mentions(String word) {
          return true;
        }

        @Override
        public boolean soundsSecret() {
          return true;
        }
      };

  /** Whether an identifier, type or text may stand in the file's code. */
  boolean mentions(String word);

  /** Whether a name in it may sound like a secret, or a text hold one. */
  boolean soundsSecret();
}
