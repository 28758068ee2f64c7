package io.streamsmonitor.agents;

/** Says how a benchmark is called, to whoever called it without what it needs. */
public final class Usage {
  private Usage() {}

  /** Ends with 2 where there are fewer arguments than the program cannot do without. */
  public static void atLeast(int needed, String[] given, String line) {
    if (given.length < needed) {
      System.err.println("usage: ./bench " + line);
      System.exit(2);
    }
  }
}
