package io.streamsmonitor.report.flow;

import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flow in the words of the specification's section 4, a line an event. */
public final class FlowText {
  private static final int LINES = 40;

  private FlowText() {}

  /** The flow's lines; times count from {@code start}. */
  public static String of(EventFlow flow, @Nullable Instant start) {
    StringBuilder out = new StringBuilder();
    flow.events().stream().limit(LINES).forEach(e -> out.append(line(e, start)).append('\n'));
    if (flow.events().size() > LINES) {
      out.append("… ").append(flow.events().size() - LINES).append(" more events\n");
    }
    return out.toString();
  }

  /** {@code [T+0:01] payments consumed → stream:orders (msg: 1-0, lag: 12 ms)}. */
  public static String line(LifecycleEvent e, @Nullable Instant start) {
    String verb = e.kind() == Lifecycle.CONSUME ? "consumed " : e.kind().verb();
    String text =
        "["
            + Span.since(start, e.at())
            + "] "
            + e.service()
            + " "
            + verb
            + " → stream:"
            + e.stream();
    return Visible.line(text + " (" + String.join(", ", facts(e)) + ")" + mark(e));
  }

  private static List<String> facts(LifecycleEvent e) {
    List<String> facts = new ArrayList<>();
    facts.add("msg: " + (e.messageId() == null ? "?" : e.messageId()));
    if (e.group() != null) {
      facts.add("group: " + e.group());
    }
    Long lag = e.lagMs();
    if (lag != null) {
      facts.add("lag: " + Span.ofMillis(lag));
    }
    Long took = e.durationMs();
    if (took != null) {
      facts.add("took: " + Span.ofMillis(took));
    }
    if (e.error() != null) {
      facts.add("error: " + Visible.cut(e.error(), 160));
    }
    return facts;
  }

  private static String mark(LifecycleEvent e) {
    return switch (e.kind()) {
      case ACK -> " ✅ ACKed";
      case FAILED -> " ❌";
      default -> "";
    };
  }
}
