package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A stream is named in code instead of configuration. */
@AutoService(CodeRule.class)
public final class HardcodedStream implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.hardcoded-stream-name",
              "STREAM_ANTI_PATTERN",
              Severity.LOW,
              "Hardcoded stream names",
              "A name that code fixes cannot differ between environments, and nobody who "
                  + "reads the configuration knows of the stream.",
              "Take the name from configuration or the environment, in one place.")
          .costing(Effort.HOURS_2_4, Impact.LOW);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    Map<String, List<StreamCall>> byFileAndName = new TreeMap<>();
    view.calls(Op.ADD, Op.READ, Op.GROUP_READ)
        .filter(c -> c.stream() instanceof NameValue.Const)
        .forEach(
            c ->
                byFileAndName
                    .computeIfAbsent(
                        c.file().path() + '\0' + c.streamName().orElse(""), k -> new ArrayList<>())
                    .add(c));
    byFileAndName.values().forEach(calls -> say(calls, out));
  }

  private static void say(List<StreamCall> calls, Consumer<Draft> out) {
    StreamCall first = calls.get(0);
    String name = first.streamName().orElse("");
    CodeFinding finding = CodeFinding.in(first.file(), INFO).stream(name).once(name);
    calls.stream().map(c -> c.call().pos()).distinct().sorted().forEach(finding::at);
    finding
        .hypothesis("The name " + name + " is fixed at build time.")
        .recommendation(
            "Read the name of stream "
                + name
                + " from configuration, with "
                + name
                + " as its default.")
        .after(
            ScriptFixes.covers(first)
                ? ScriptFixes.environment(StreamNames.variable(name), name)
                : "String stream = System.getenv().getOrDefault(\""
                    + StreamNames.variable(name)
                    + "\", \""
                    + name
                    + "\");")
        .to(out);
  }
}
