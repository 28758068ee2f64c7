package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.Live;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.docs.StreamSchema;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Code writes, or entries hold, fields that the stream's schema page does not have. */
@AutoService(ConfigRule.class)
public final class SchemaDrift implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.schema-drift",
          "SCHEMA_DRIFT",
          Severity.MEDIUM,
          "A stream's messages differ from their documented schema",
          "Readers are written against the document; a renamed field reaches them as an absent one."
              + " LOW where documented fields are only not seen to be written.",
          "Bring the schema page and the writer together, and raise the schema's version.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    view.schemas().values().stream()
        .sorted(Comparator.comparing(StreamSchema::stream))
        .forEach(schema -> check(view, schema, out));
  }

  private static void check(ConfigView view, StreamSchema schema, Consumer<Draft> out) {
    List<CodeUse> writers = Writers.withFields(view, schema.stream());
    Set<String> written = new TreeSet<>();
    writers.forEach(w -> written.addAll(w.use().fields()));
    Set<String> held = held(view, schema.stream());
    Set<String> extra = new TreeSet<>(written);
    extra.addAll(held);
    extra.removeIf(f -> schema.fields().contains(f) || Writers.VOCABULARY.contains(f));
    Set<String> missing = new TreeSet<>(schema.fields());
    missing.removeAll(written);
    missing.removeAll(held);
    missing.removeAll(Writers.VOCABULARY);
    boolean opaque = writers.stream().anyMatch(w -> Writers.opaque(w.use().fields()));
    if (!extra.isEmpty() || (!missing.isEmpty() && !opaque && !writers.isEmpty())) {
      out.accept(draft(schema, writers, extra, missing));
    }
  }

  /** Fields of entries, those of a payload that is one JSON text among them. */
  private static Set<String> held(ConfigView view, String stream) {
    Set<String> fields = new TreeSet<>();
    Live live = view.live();
    if (live != null) {
      live.stream(stream)
          .ifPresent(
              s -> {
                fields.addAll(s.fields());
                s.shapes().forEach(fields::addAll);
              });
      fields.addAll(live.payloads().getOrDefault(stream, Set.of()));
    }
    return fields;
  }

  private static Draft draft(
      StreamSchema schema, List<CodeUse> writers, Set<String> extra, Set<String> missing) {
    String stream = schema.stream();
    List<String> services = writers.stream().map(CodeUse::service).distinct().toList();
    List<Location> places =
        writers.stream()
            .filter(w -> extra.isEmpty() || w.use().fields().stream().anyMatch(extra::contains))
            .map(CodeUse::at)
            .toList();
    String more = extra.isEmpty() ? "" : "undocumented " + Discrepancy.quoted(extra);
    String less = missing.isEmpty() ? "" : "not written " + Discrepancy.quoted(missing);
    String actual = String.join("; ", Stream.of(more, less).filter(s -> !s.isEmpty()).toList());
    return Discrepancy.of(
            INFO,
            services.size() == 1 ? services.get(0) : "",
            "fields " + Discrepancy.quoted(schema.fields()) + " (" + schema.at() + ")",
            actual,
            places,
            List.of(schema.at()))
        .stream(stream)
        .severity(extra.isEmpty() ? Severity.LOW : Severity.MEDIUM)
        .title("Messages on \"" + stream + "\" differ from their schema page: " + actual)
        .recommendation(
            "Change "
                + schema.at().file()
                + " or the writer so that both name the same fields: "
                + actual
                + ".");
  }
}
