package io.streamsmonitor.report.flow;

/** How a flow can be broken, worst first. */
public enum FlawKind {
  FAILED("Consumption failed and no ACK followed"),
  NOT_ACKED("Consumption logged, no ACK followed"),
  NEVER_REACHED("Correlation id appears in a producer, never in any consumer"),
  NOT_CONSUMED("Published, no consumption logged");

  private final String words;

  FlawKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
