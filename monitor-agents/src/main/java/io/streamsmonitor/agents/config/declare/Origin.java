package io.streamsmonitor.agents.config.declare;

/** Who declares. */
public enum Origin {
  CONFIG("configuration"),
  DOCS("documents"),
  COMMENTS("comments"),
  MONITOR("monitor.yml");

  private final String words;

  Origin(String words) {
    this.words = words;
  }

  /** Whether it only describes, and makes nothing happen. */
  public boolean describes() {
    return this == DOCS || this == COMMENTS;
  }

  /** In a sentence. */
  public String words() {
    return words;
  }
}
