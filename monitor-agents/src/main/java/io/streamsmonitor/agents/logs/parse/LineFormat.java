package io.streamsmonitor.agents.logs.parse;

/** The dialect of one line. */
public enum LineFormat {
  JSON,
  LOGFMT,
  TEXT,
  BLANK;

  /** Whether a machine reads its fields without knowing the program. */
  public boolean structured() {
    return this == JSON || this == LOGFMT;
  }

  /** As people call it. */
  public String words() {
    return switch (this) {
      case JSON -> "JSON";
      case LOGFMT -> "logfmt";
      case TEXT -> "plain text";
      case BLANK -> "blank";
    };
  }
}
