package io.streamsmonitor.agents.streams;

/** Whether something keeps a stream from growing without end. */
public enum Cap {
  CAPPED("YES"),
  UNCAPPED("NO"),
  /** Too little happened to tell. */
  UNKNOWN("UNKNOWN");

  private final String answer;

  Cap(String answer) {
    this.answer = answer;
  }

  /** The answer to "has a MAXLEN cap". */
  public String answer() {
    return answer;
  }
}
