package io.streamsmonitor.cli.verbs;

/** What the process ends with. */
public final class ExitCode {
  /** Complete, and the gate passed. */
  public static final int OK = 0;

  /** Complete, and the gate failed; of verify, trace, explain: mismatch or nothing found. */
  public static final int GATE_FAILED = 1;

  /** Usage or configuration wrong. */
  public static final int USAGE = 2;

  /** Pre-flight failed. */
  public static final int PREFLIGHT = 3;

  /** Session incomplete; a partial report was written. */
  public static final int INCOMPLETE = 4;

  /** The second Ctrl-C. */
  public static final int KILLED = 130;

  private ExitCode() {}
}
