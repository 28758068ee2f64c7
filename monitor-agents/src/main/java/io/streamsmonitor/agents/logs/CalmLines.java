package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.agents.logs.scan.CalmRun;
import io.streamsmonitor.agents.logs.scan.LineScan;
import io.streamsmonitor.agents.logs.window.LineCounts;
import io.streamsmonitor.core.model.RawLine;
import java.util.function.Supplier;

/**
 * Lines of one service that need no reading.
 *
 * @param first makes the first of them
 * @param text makes the first plain one, where there is one
 * @param without the first: it was read after all
 */
record CalmLines(
    String service,
    CalmRun run,
    Supplier<RawLine> first,
    Supplier<RawLine> text,
    RawLine last,
    boolean without) {

  CalmLines afterFirst() {
    return new CalmLines(service, run, first, text, last, true);
  }

  int total() {
    return run.total() - (without ? 1 : 0);
  }

  LineCounts counts() {
    return new LineCounts(
        total(), count(LineScan.JSON), count(LineScan.LOGFMT), count(LineScan.TEXT));
  }

  private int count(int kind) {
    return run.count(kind) - (without && run.firstKind() == kind ? 1 : 0);
  }

  /** Reads the first plain one. */
  Supplier<LogEvent> textRead() {
    return () -> LogParser.parse(text.get());
  }

  /** Reads the last of them. */
  Supplier<LogEvent> lastRead() {
    return () -> LogParser.parse(last);
  }
}
