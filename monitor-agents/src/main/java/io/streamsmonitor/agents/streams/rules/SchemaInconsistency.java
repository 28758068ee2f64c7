package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Entries of one stream have fields that do not go together. */
@AutoService(StreamRule.class)
public final class SchemaInconsistency implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.schema-inconsistency",
          "SCHEMA_INCONSISTENCY",
          Severity.MEDIUM,
          "Entries of one stream have different shapes",
          "A consumer written for one shape fails or skips on the other. Shapes of which one holds"
              + " all fields of the other are taken for optional fields.",
          "Agree on one shape, carry schemaVersion, and move kinds of events to a type field or a"
              + " stream of their own.");

  /** Fields that the envelope and CloudEvents may leave out. */
  private static final Set<String> OPTIONAL =
      Set.of("causationId", "type", "contentType", "traceparent", "tracestate");

  private static final Set<String> KINDS = Set.of("type", "event", "eventType", "event_type");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    if (view.track().shapes().size() < 2) {
      return;
    }
    List<Set<String>> shapes = new ArrayList<>();
    for (List<String> fields : view.track().shapes()) {
      shapes.add(new TreeSet<>(fields));
    }
    shapes.sort((a, b) -> a.toString().compareTo(b.toString()));
    for (int i = 0; i < shapes.size(); i++) {
      for (int j = i + 1; j < shapes.size(); j++) {
        if (clash(shapes.get(i), shapes.get(j))) {
          out.accept(draft(view, shapes.get(i), shapes.get(j)));
          return;
        }
      }
    }
  }

  private static boolean clash(Set<String> a, Set<String> b) {
    Set<String> onlyA = minus(a, b);
    Set<String> onlyB = minus(b, a);
    onlyA.removeAll(OPTIONAL);
    onlyB.removeAll(OPTIONAL);
    if (onlyA.isEmpty() || onlyB.isEmpty()) {
      return false;
    }
    Set<String> common = new TreeSet<>(a);
    common.retainAll(b);
    boolean kinds = common.stream().anyMatch(KINDS::contains);
    return !kinds || common.size() * 2 < Math.min(a.size(), b.size());
  }

  private static Set<String> minus(Set<String> a, Set<String> b) {
    Set<String> rest = new TreeSet<>(a);
    rest.removeAll(b);
    return rest;
  }

  private static Draft draft(StreamView view, Set<String> a, Set<String> b) {
    return StreamDraft.of(INFO, view)
        .title("Entries of " + view.name() + " have different shapes")
        .evidence("fields " + a + "\nfields " + b)
        .hypothesis(
            "Two producers, or two versions of one, disagree: only one shape has "
                + minus(a, b)
                + ", only the other "
                + minus(b, a)
                + ".");
  }
}
