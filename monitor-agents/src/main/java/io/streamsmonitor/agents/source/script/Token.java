package io.streamsmonitor.agents.source.script;

import java.util.List;

/**
 * A word of the language.
 *
 * @param text of a string without quotes, else as written
 * @param pos see {@link io.streamsmonitor.agents.source.code.Position}
 * @param fresh whether it is the first of its line
 * @param holes of a template, the tokens of each; empty elsewhere
 * @param texts of a template, around the holes
 */
record Token(
    Kind kind, String text, int pos, boolean fresh, List<List<Token>> holes, List<String> texts) {

  /** What kind of word. */
  enum Kind {
    NAME,
    STRING,
    TEMPLATE,
    NUMBER,
    REGEX,
    MARKUP,
    SIGN,
    END
  }

  Token(Kind kind, String text, int pos, boolean fresh) {
    this(kind, text, pos, fresh, List.of(), List.of());
  }

  boolean is(String sign) {
    return text.equals(sign) && (kind == Kind.SIGN || kind == Kind.NAME);
  }

  boolean isName() {
    return kind == Kind.NAME;
  }
}
