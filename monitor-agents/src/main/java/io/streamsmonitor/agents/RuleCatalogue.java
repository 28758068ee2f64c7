package io.streamsmonitor.agents;

import io.streamsmonitor.agents.config.ConfigAuditor;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.logs.LogReading;
import io.streamsmonitor.agents.logs.rules.LogRule;
import io.streamsmonitor.agents.scout.EnhancementScout;
import io.streamsmonitor.agents.scout.rules.CodeRule;
import io.streamsmonitor.agents.scout.synthesis.CauseRule;
import io.streamsmonitor.agents.streams.StreamGap;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.rule.Rules;
import io.streamsmonitor.core.session.SessionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every rule there is, and docs/rules.md made of them. */
public final class RuleCatalogue {
  private RuleCatalogue() {}

  /** What is known of each rule, by id. */
  public static List<RuleInfo> all() {
    List<RuleInfo> all = new ArrayList<>(SessionRules.all());
    all.addAll(Rules.load(LogRule.class).infos());
    all.add(LogReading.NOT_READ);
    all.addAll(Rules.load(StreamRule.class).infos());
    all.addAll(StreamGap.infos());
    all.addAll(Rules.load(ConfigRule.class).infos());
    all.addAll(List.of(ConfigAuditor.REDIS_UNSEEN, ConfigAuditor.CODE_UNSEEN));
    all.addAll(Rules.load(CodeRule.class).infos());
    all.add(EnhancementScout.NOT_JUDGED);
    all.addAll(Rules.load(CauseRule.class).infos());
    all.sort(Comparator.comparing(RuleInfo::id));
    return all;
  }

  /** The page docs/rules.md, whole. */
  public static String markdown() {
    StringBuilder page = new StringBuilder("# Rules\n");
    page.append("Made by `monitor rules --markdown`; a test keeps it true.\n\n");
    page.append("| rule | category | severity | effort | impact | what | why | fix |\n");
    page.append("|---|---|---|---|---|---|---|---|\n");
    for (RuleInfo r : all()) {
      page.append("| `").append(r.id()).append("` | ").append(r.category());
      page.append(" | ").append(r.severity());
      page.append(" | ").append(r.effort() == null ? "" : r.effort());
      page.append(" | ").append(r.impact() == null ? "" : r.impact());
      for (String text : List.of(r.title(), r.why(), r.fix())) {
        page.append(" | ").append(text.replace("|", "\\|").replace("<", "&lt;"));
      }
      page.append(" |\n");
    }
    return page.toString();
  }
}
