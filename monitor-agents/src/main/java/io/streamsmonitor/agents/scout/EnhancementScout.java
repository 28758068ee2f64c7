package io.streamsmonitor.agents.scout;

import io.streamsmonitor.agents.scout.rules.CodeRule;
import io.streamsmonitor.agents.scout.rules.CodeView;
import io.streamsmonitor.agents.source.FactsJson;
import io.streamsmonitor.agents.source.scan.CodeFacts;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.StreamActivity;
import io.streamsmonitor.core.rule.Rules;
import io.streamsmonitor.core.workspace.Files0600;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks for what the code could do better, in two passes: rules on the sources when the session
 * starts, and from half time on what the findings of all agents mean together.
 */
public final class EnhancementScout implements Agent {
  private static final Duration LOOK = Duration.ofSeconds(60);

  /** The rule of files that were not judged, or not wholly. */
  public static final RuleInfo NOT_JUDGED = UnreadableSource.INFO;

  private final SharedScan scan;
  private final Function<ScanResult, List<Draft>> judge;
  private final Synthesis synthesis;
  private final Map<String, Object> heartbeat = new LinkedHashMap<>();

  /**
   * @param scan of the sources, shared with whoever else asks for it
   */
  public EnhancementScout(SharedScan scan, Synthesis synthesis) {
    this(scan, EnhancementScout::judge, synthesis);
  }

  /**
   * @param judge gives what there is to say about the sources; may have found it out before
   */
  public EnhancementScout(
      SharedScan scan, Function<ScanResult, List<Draft>> judge, Synthesis synthesis) {
    this.scan = scan;
    this.judge = judge;
    this.synthesis = synthesis;
  }

  @Override
  public AgentId id() {
    return AgentId.ENHANCEMENT_SCOUT;
  }

  @Override
  public void start(AgentContext context) {
    ScanResult result = scan.result(context::progress);
    List<Draft> drafts = judge.apply(result);
    result.done().run();
    drafts.forEach(context::report);
    Files0600.write(context.workspace().staticChecks(), StaticChecks.text(drafts, result.code()));
    Files0600.write(
        context.workspace().config("facts.json"), Json.pretty(FactsJson.of(result.facts())) + "\n");
    CodeFacts.Counts counts = result.code().counts();
    heartbeat.put("filesScanned", counts.scanned());
    heartbeat.put("filesParsed", counts.parsed());
    heartbeat.put("filesSkipped", counts.skipped());
    heartbeat.put("filesFailed", counts.failed());
    heartbeat.put("streamCalls", result.code().calls().size());
    context.on(StreamActivity.class, synthesis::heard);
    context.at(
        0.5,
        "synthesis",
        () -> {
          synthesis.look(context);
          context.every(LOOK, "synthesis", () -> synthesis.look(context));
        });
  }

  /** Everything the code rules, and the gaps of the scan, have to say. */
  public static List<Draft> judge(ScanResult result) {
    List<Draft> drafts = new ArrayList<>();
    Rules<CodeView> rules = Rules.load(CodeRule.class);
    rules.check(new CodeView(result.code()), drafts::add);
    result.facts().gaps().forEach(gap -> drafts.add(UnreadableSource.draft(gap)));
    return drafts;
  }

  @Override
  public Map<String, Object> heartbeat() {
    return Map.copyOf(heartbeat);
  }
}
