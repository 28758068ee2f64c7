package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Code uses a stream that no document mentions. */
@AutoService(ConfigRule.class)
public final class UndocumentedStream implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.undocumented-stream",
          "DOC_DRIFT",
          Severity.LOW,
          "A stream in code is in no document",
          "Nobody outside the code can know that it exists, who writes it and who reads it.",
          "Add the stream to the page that lists the fleet's streams.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Map<String, List<CodeUse>> missing = new TreeMap<>();
    for (CodeUse use : view.code().all()) {
      String stream = use.streamText();
      boolean derived = Names.deadLetterBase(stream).flatMap(view.docs()::mention).isPresent();
      if (!stream.isEmpty() && view.docs().mention(stream).isEmpty() && !derived) {
        missing.computeIfAbsent(stream, k -> new ArrayList<>()).add(use);
      }
    }
    missing.forEach((stream, uses) -> out.accept(draft(view, stream, uses)));
  }

  private static Draft draft(ConfigView view, String stream, List<CodeUse> uses) {
    List<String> services = uses.stream().map(CodeUse::service).distinct().toList();
    return Discrepancy.of(
            INFO,
            services.size() == 1 ? services.get(0) : "",
            "a document that mentions stream \"" + stream + "\"",
            view.docs().isEmpty() ? "there are no documents" : "no document mentions it",
            uses.stream().map(CodeUse::at).toList(),
            List.of())
        .stream(stream)
        .title("Stream \"" + stream + "\" is in code and in no document")
        .recommendation(
            "Document stream \""
                + stream
                + "\" (who writes it, who reads it, its fields) beside the"
                + " service that writes it; it is used at "
                + uses.get(0).at()
                + ".");
  }
}
