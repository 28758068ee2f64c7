package io.streamsmonitor.agents.config.declare;

/** Who declares. */
public enum Origin {
  CONFIG("configuration"),
  DOCS("documents"),
  MONITOR("monitor.yml");

  private final String words;

  Origin(String words) {
    this.words = words;
  }

  /** In a sentence. */
  public String words() {
    return words;
  }
}
