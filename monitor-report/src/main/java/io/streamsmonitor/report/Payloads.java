package io.streamsmonitor.report;

import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.session.SessionRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which ids the entries of each stream carry, by the names of the newest one's fields. */
final class Payloads {
  /** The six that section 7A asks of every entry. */
  private static final List<String> WANTED =
      List.of(
          "correlationId", "traceId", "spanId", "originService", "publishedAt", "schemaVersion");

  /** A whole message in one field: what is in it was not looked at. */
  private static final Set<String> WRAPPED =
      Set.of("payload", "data", "json", "message", "body", "event", "value", "msg");

  private final Map<String, List<String>> fields = new HashMap<>();

  private Payloads() {}

  static Payloads of(SessionRecord session) {
    Payloads out = new Payloads();
    List<StreamSnapshot> state =
        session.finalState().isEmpty() ? session.baseline() : session.finalState();
    for (StreamSnapshot s : state) {
      List<String> names = s.entries().fields();
      boolean cloudEvent = names.stream().anyMatch(name -> name.startsWith("ce_"));
      boolean wrapped =
          names.size() == 1 && WRAPPED.contains(names.get(0).toLowerCase(Locale.ROOT));
      if (!names.isEmpty() && !wrapped && !cloudEvent) {
        out.fields.put(s.name().display(), names);
      }
    }
    return out;
  }

  /** Whether the fields of any of these streams were seen. */
  boolean known(Collection<String> streams) {
    return streams.stream().anyMatch(fields::containsKey);
  }

  /** Whether entries of one of these streams carry none of the six. */
  boolean lackAll(Collection<String> streams) {
    return streams.stream()
        .filter(fields::containsKey)
        .anyMatch(s -> missing(List.of(s)).size() == WANTED.size());
  }

  /** Which of the six the entries of any of these streams lack, in the specification's order. */
  List<String> missing(Collection<String> streams) {
    Set<String> missing = new TreeSet<>();
    for (String stream : streams) {
      List<String> there = fields.get(stream);
      if (there != null) {
        WANTED.stream().filter(name -> !there.contains(name)).forEach(missing::add);
      }
    }
    return WANTED.stream().filter(missing::contains).toList();
  }

  /** {@code ; entries of `orders` lack traceId}, or nothing where nothing is known to lack. */
  String sentence(Collection<String> streams) {
    StringBuilder out = new StringBuilder();
    for (String stream : new TreeSet<>(streams)) {
      List<String> missing = missing(List.of(stream));
      if (!missing.isEmpty()) {
        out.append("; entries of `").append(stream).append("` lack ");
        out.append(String.join(", ", missing));
      }
    }
    return out.toString();
  }
}
