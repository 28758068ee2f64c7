package io.streamsmonitor.agents.logs.window;

/**
 * Lines of a service.
 *
 * @param lines all of them, those of stack traces too
 * @param json entries in this format
 * @param logfmt entries in this format
 * @param text entries in neither
 */
public record LineCounts(long lines, long json, long logfmt, long text) {

  /** What came between an earlier count and this one. */
  public LineCounts since(LineCounts before) {
    return new LineCounts(
        lines - before.lines, json - before.json, logfmt - before.logfmt, text - before.text);
  }
}
