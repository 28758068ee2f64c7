package io.streamsmonitor.report.trace;

import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.text.Mermaid;
import io.streamsmonitor.report.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trace as a Mermaid sequence: services and streams side by side, an arrow an event. */
public final class TraceMermaid {
  private static final int NOTE = 80;

  /** Room for the flaws and for the line that says what is left out. */
  private static final int RESERVE = 1_500;

  private final Map<String, String> parties = new LinkedHashMap<>();
  private final List<String> steps = new ArrayList<>();
  private final @Nullable Instant start;
  private int length;

  private TraceMermaid(@Nullable Instant start) {
    this.start = start;
  }

  /** The diagram; as many events as every forge draws, and a note on the rest. */
  public static String of(Trace trace) {
    TraceMermaid drawing = new TraceMermaid(trace.start());
    long left = trace.events().size() + trace.more();
    for (TraceEvent event : trace.events()) {
      if (drawing.length > Mermaid.LIMIT - RESERVE) {
        break;
      }
      drawing.event(event);
      left--;
    }
    for (Flaw flaw : trace.flaws()) {
      if (drawing.length > Mermaid.LIMIT - RESERVE / 2) {
        break;
      }
      drawing.step(
          "Note over "
              + drawing.party("stream " + flaw.stream())
              + ": "
              + Mermaid.label(flaw.kind().words() + " - " + flaw.sentence(), NOTE));
    }
    if (drawing.parties.isEmpty()) {
      // a diagram without anybody in it is not drawn
      String none = "Note over " + drawing.party("nobody") + ": ";
      drawing.step(none + Mermaid.label("no line names " + trace.id(), NOTE));
    }
    if (left > 0) {
      String first = drawing.parties.values().iterator().next();
      drawing.step("Note over " + first + ": " + left + " more events");
    }
    return drawing.text();
  }

  private void event(TraceEvent event) {
    String service = party(event.service());
    String at = Span.since(start, event.at()) + " ";
    LifecycleEvent said = event.lifecycle();
    if (said == null) {
      step("Note over " + service + ": " + at + Mermaid.label(event.message(), NOTE));
      return;
    }
    String stream = party("stream " + said.stream());
    String text = ": " + at + Mermaid.label(words(said), NOTE);
    switch (said.kind()) {
      case CONSUME -> step(stream + "->>" + service + text);
      case ACK -> step(service + "-->>" + stream + text);
      case FAILED -> step(service + "-x" + stream + text);
      default -> step(service + "->>" + stream + text);
    }
  }

  private static String words(LifecycleEvent event) {
    String id = event.messageId() == null ? "" : " " + event.messageId();
    Long lag = event.lagMs();
    return event.kind().verb() + id + (lag == null ? "" : " after " + Span.ofMillis(lag));
  }

  private String party(String name) {
    String known = parties.get(name);
    if (known != null) {
      return known;
    }
    String id = "p" + parties.size();
    parties.put(name, id);
    length += name.length() + 24;
    return id;
  }

  private void step(String step) {
    steps.add(step);
    length += step.length() + 3;
  }

  private String text() {
    StringBuilder out = new StringBuilder("sequenceDiagram\n");
    parties.forEach(
        (name, id) ->
            out.append("  participant ")
                .append(id)
                .append(" as ")
                .append(Mermaid.label(name))
                .append('\n'));
    steps.forEach(step -> out.append("  ").append(step).append('\n'));
    return out.toString();
  }
}
