package io.streamsmonitor.report.trace;

import io.streamsmonitor.core.finding.Finding;
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
    for (Whereabouts e : trace.entries()) {
      String entry = e.stream() + " " + e.messageId() + ", group " + e.group();
      out.append(Visible.line("redis at the end: " + entry + ": " + e.state())).append('\n');
    }
    for (Finding f : trace.findings()) {
      String what = f.findingId() + " " + f.severity() + " " + f.ruleId() + "  " + f.title();
      out.append(Visible.line("finding " + Visible.cut(what, LINE))).append('\n');
    }
    out.append(Visible.line(trace.id())).append(": ");
    return out.append(trace.empty() ? unknown(trace) : counts(trace)).append('\n').toString();
  }

  private static String counts(Trace trace) {
    long services = trace.events().stream().map(TraceEvent::service).distinct().count();
    return Span.count(trace.events().size(), "event")
        + " in "
        + Span.count(services, "service")
        + ", "
        + Span.count(trace.flaws().size(), "flaw")
        + (trace.more() == 0 ? "" : ", " + trace.more() + " more events not shown");
  }

  private static String unknown(Trace trace) {
    String near = Visible.line(String.join(", ", trace.near()));
    return "no log and no pending entry of the session names it"
        + (near.isEmpty() ? "" : "; near it: " + near);
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
