package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.agents.config.declare.Role;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A stream that code writes has no documented message. */
@AutoService(ConfigRule.class)
public final class MissingSchema implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.missing-schema",
          "MISSING_SCHEMA",
          Severity.LOW,
          "A stream has no documented message schema",
          "Readers can only guess which fields an entry has, and nothing tells when that changes.",
          "Describe the fields in a table under a heading that names the stream, or in AsyncAPI.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Set<String> streams = new TreeSet<>();
    view.code().of(Op.ADD).forEach(u -> streams.add(u.streamText()));
    view.declared().all().stream()
        .filter(d -> d.sure() && d.role() == Role.PUBLISHES)
        .forEach(d -> streams.add(d.stream()));
    streams.remove("");
    streams.removeIf(s -> view.schemas().containsKey(s) || Names.deadLetters(s));
    for (String stream : streams) {
      List<CodeUse> writers = Writers.of(view, stream);
      List<String> services = writers.stream().map(CodeUse::service).distinct().toList();
      String actual = "no table of fields, JSON Schema or AsyncAPI message for it";
      out.accept(
          Discrepancy.of(
                  INFO,
                  services.size() == 1 ? services.get(0) : "",
                  "a documented schema of stream \"" + stream + "\"",
                  actual,
                  writers.stream().map(CodeUse::at).toList(),
                  List.of())
              .stream(stream)
              .title("Stream \"" + stream + "\" has no documented message schema")
              .recommendation(
                  "Write docs/"
                      + stream.replaceAll("[^\\w.-]", "-")
                      + ".md: heading \"Stream `"
                      + stream
                      + "`\" and a table Field, Type, Meaning."));
    }
  }
}
