package io.streamsmonitor.report.trace;

import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.flow.FlowText;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trace for people: a line an event, then where the flow is broken. */
public final class TraceText {
  private static final int LINE = 240;

  private TraceText() {}

  public static String of(Trace trace) {
    StringBuilder out = new StringBuilder(of(trace.events(), trace.start()));
    for (Flaw flaw : trace.flaws()) {
      String where = flaw.stream() + " " + flaw.messageId();
      out.append(
              Visible.line(
                  "!! " + flaw.kind().words() + ": " + flaw.sentence() + " (" + where + ")"))
          .append('\n');
    }
    long services = trace.events().stream().map(TraceEvent::service).distinct().count();
    out.append(Visible.line(trace.id())).append(": ");
    out.append(Span.count(trace.events().size(), "event")).append(" in ");
    out.append(Span.count(services, "service")).append(", ");
    out.append(Span.count(trace.flaws().size(), "flaw"));
    out.append(trace.more() == 0 ? "" : ", " + trace.more() + " more events not shown");
    return out.append('\n').toString();
  }

  /** The events alone; times count from {@code start}. */
  public static String of(List<TraceEvent> events, @Nullable Instant start) {
    StringBuilder out = new StringBuilder();
    events.forEach(e -> out.append(line(e, start)).append('\n'));
    return out.toString();
  }

  private static String line(TraceEvent e, @Nullable Instant start) {
    LifecycleEvent lifecycle = e.lifecycle();
    if (lifecycle != null) {
      return FlowText.line(lifecycle, start);
    }
    String event = e.event() == null ? "" : e.event() + ": ";
    String text = "[" + Span.since(start, e.at()) + "] " + e.service() + " " + event;
    return Visible.line(Visible.cut(text + e.message(), LINE));
  }
}
