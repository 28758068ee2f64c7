package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.RuleCatalogue;
import io.streamsmonitor.cli.config.Nearest;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists every rule. */
@Command(
    name = "rules",
    description = {
      "List every rule: id, category, severity, what it says. `monitor explain RULE`",
      "tells the rest."
    })
public final class RulesVerb implements Callable<Integer> {
  @Parameters(
      paramLabel = "PREFIX",
      arity = "0..1",
      description = "Only rules whose id or category begins so: stream., log., SECURITY …")
  private String prefix = "";

  @Option(names = "--markdown", description = "As docs/rules.md.")
  private boolean markdown;

  @Option(names = "--json", description = "One JSON document.")
  private boolean json;

  @Override
  public Integer call() {
    List<RuleInfo> all = RuleCatalogue.all();
    List<RuleInfo> rules =
        all.stream()
            .filter(r -> r.id().startsWith(prefix) || r.category().startsWith(prefix))
            .toList();
    if (rules.isEmpty()) {
      String near = Nearest.within(prefix, all.stream().map(RuleInfo::id).toList());
      System.err.println(
          "monitor: no rule begins with \""
              + prefix
              + "\""
              + (near.isEmpty() ? "; `monitor rules` lists all" : "; did you mean " + near + "?"));
      return ExitCode.GATE_FAILED;
    }
    if (markdown) {
      System.out.print(RuleCatalogue.markdown());
    } else if (json) {
      System.out.println(
          Json.pretty(Map.of("rules", rules.stream().map(RulesVerb::fields).toList())));
    } else {
      rules.forEach(
          r ->
              System.out.printf(
                  "%-36s %-24s %-8s %s%n", r.id(), r.category(), r.severity(), r.title()));
    }
    return ExitCode.OK;
  }

  private static Map<String, Object> fields(RuleInfo r) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", r.id());
    out.put("category", r.category());
    out.put("severity", r.severity().name());
    out.put("title", r.title());
    out.put("why", r.why());
    out.put("fix", r.fix());
    put(out, "effort", r.effort());
    put(out, "impact", r.impact());
    return out;
  }

  private static void put(Map<String, Object> out, String name, @Nullable Enum<?> value) {
    if (value != null) {
      out.put(name, value.name());
    }
  }
}
