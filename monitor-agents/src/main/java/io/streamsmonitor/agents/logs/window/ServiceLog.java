package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LineFormat;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one service has shown. */
public final class ServiceLog {
  private final String name;
  private final Cadence cadence = new Cadence();
  private final FormatShares formats = new FormatShares();
  private final TimeOrder order = new TimeOrder();
  private final ClockOffset clock = new ClockOffset();
  private final Starts starts = new Starts();
  private final Pids pids = new Pids();
  private final Farewell farewell = new Farewell();
  private final List<ServiceExit> exits = new ArrayList<>();
  private @Nullable RawLine lastLine;
  private long lines;
  private long cutLines;
  private long cutBytes;

  ServiceLog(String name) {
    this.name = name;
  }

  void line(LogEvent line) {
    RawLine raw = line.raw();
    lines++;
    lastLine = raw;
    if (raw.cut() > 0) {
      cutLines++;
      cutBytes += raw.cut();
    }
    cadence.line(raw.arrived());
    if (line.time() != null) {
      order.line(line, line.time());
      clock.line(line.time(), raw.arrived());
    }
    starts.line(line);
    farewell.line(line);
    pids.line(line);
  }

  /** A line that is an entry of its own, not part of a trace. */
  void entry(LogEvent line) {
    formats.line(line);
  }

  /** Lines that need no reading, the last at this time. */
  void calm(
      LineCounts counts, Instant last, Supplier<LogEvent> textLine, Supplier<LogEvent> lastLine) {
    lines += counts.lines();
    formats.more(LineFormat.JSON, counts.json());
    formats.more(LineFormat.LOGFMT, counts.logfmt());
    formats.more(LineFormat.TEXT, counts.text());
    formats.exemplify(counts.text(), textLine);
    order.passed(last, lastLine);
  }

  LineCounts counts() {
    return new LineCounts(
        lines,
        formats.count(LineFormat.JSON),
        formats.count(LineFormat.LOGFMT),
        formats.count(LineFormat.TEXT));
  }

  void exit(ServiceExit exit) {
    exits.add(exit);
  }

  public String name() {
    return name;
  }

  public long lines() {
    return lines;
  }

  /** Lines too long to be kept whole. */
  public long cutLines() {
    return cutLines;
  }

  /** Bytes left out of them. */
  public long cutBytes() {
    return cutBytes;
  }

  public @Nullable RawLine lastLine() {
    return lastLine;
  }

  public Cadence cadence() {
    return cadence;
  }

  public FormatShares formats() {
    return formats;
  }

  public TimeOrder order() {
    return order;
  }

  public ClockOffset clock() {
    return clock;
  }

  public Starts starts() {
    return starts;
  }

  /** How often another process has taken the place of the one that wrote before. */
  public int replacements() {
    return pids.replacements();
  }

  /** Ends of its process, in order. */
  public List<ServiceExit> exits() {
    return List.copyOf(exits);
  }

  /** Whether it said that it shuts down, or its process ended. */
  public boolean stopped() {
    ServiceExit last = exits.isEmpty() ? null : exits.get(exits.size() - 1);
    boolean spokeSince =
        last != null && cadence.last() != null && cadence.last().isAfter(last.at().plusSeconds(1));
    return farewell.said() || (last != null && !spokeSince);
  }
}
