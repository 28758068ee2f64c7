package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.Live;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Configuration or monitor.yml names a stream that no code and no Redis knows. */
@AutoService(ConfigRule.class)
public final class UnusedStream implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.unused-stream",
          "CONFIG_DRIFT",
          Severity.LOW,
          "A configured stream is used nowhere",
          "A setting without effect misleads whoever changes it; often the code was renamed and the"
              + " setting was not.",
          "Remove the setting, or use it in code.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    if (!view.code().complete()) {
      return;
    }
    Map<String, List<Declaration>> unused = new TreeMap<>();
    for (Declaration d : view.declared().all()) {
      boolean configured = d.sure() && !d.origin().describes() && !d.stream().isEmpty();
      if (configured && !used(view, d.stream())) {
        unused.computeIfAbsent(d.stream(), k -> new ArrayList<>()).add(d);
      }
    }
    unused.forEach((stream, declarations) -> out.accept(draft(stream, declarations)));
  }

  private static boolean used(ConfigView view, String stream) {
    Live live = view.live();
    return view.code().mention(stream)
        || Names.deadLetters(stream)
        || (live != null && live.stream(stream).isPresent());
  }

  private static Draft draft(String stream, List<Declaration> declarations) {
    List<String> services = declarations.stream().map(Declaration::service).distinct().toList();
    Declaration first = declarations.get(0);
    return Discrepancy.of(
            INFO,
            services.size() == 1 ? services.get(0) : "",
            "stream \"" + stream + "\" is used (" + first.where() + ")",
            "no code uses it, and Redis does not have it",
            declarations.stream().map(Declaration::at).toList(),
            List.of())
        .stream(stream)
        .title("Stream \"" + stream + "\" is configured and used nowhere")
        .recommendation("Remove " + first.where() + ", or use it in code.");
  }
}
