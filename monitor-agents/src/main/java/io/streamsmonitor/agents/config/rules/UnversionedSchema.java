package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.Live;
import io.streamsmonitor.agents.config.docs.StreamSchema;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Neither the schema page nor the messages say which version of the schema they follow. */
@AutoService(ConfigRule.class)
public final class UnversionedSchema implements ConfigRule {
  private static final Set<String> VERSION =
      Set.of(
          "schemaversion",
          "schema_version",
          "version",
          "v",
          "specversion",
          "dataschema",
          "ce_specversion");
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.unversioned-schema",
          "MISSING_SCHEMA",
          Severity.INFO,
          "The version of a message schema is tracked nowhere",
          "A reader cannot tell an old message from a new one; a change of the schema breaks replays.",
          "Write schemaVersion into each entry and on the schema page.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    for (StreamSchema schema : new TreeMap<>(view.schemas()).values()) {
      Live live = view.live();
      boolean held =
          live != null
              && live.stream(schema.stream()).filter(s -> versioned(s.fields())).isPresent();
      boolean written =
          Writers.of(view, schema.stream()).stream().anyMatch(w -> versioned(w.use().fields()));
      if (!schema.versioned() && !versioned(schema.fields()) && !held && !written) {
        out.accept(
            Discrepancy.of(
                    INFO,
                    "",
                    "a version on the schema of stream \"" + schema.stream() + "\"",
                    "neither the page nor the messages have one",
                    List.of(schema.at()),
                    List.of())
                .stream(schema.stream())
                .title("The schema of stream \"" + schema.stream() + "\" has no version")
                .recommendation(
                    "Name the schema's version in "
                        + schema.at().file()
                        + " and write it into each entry."));
      }
    }
  }

  private static boolean versioned(Collection<String> fields) {
    return fields.stream().anyMatch(f -> VERSION.contains(f.toLowerCase(Locale.ROOT)));
  }
}
