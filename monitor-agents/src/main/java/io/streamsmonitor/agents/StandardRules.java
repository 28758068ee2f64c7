package io.streamsmonitor.agents;

import com.google.auto.service.AutoService;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.rule.RuleBook;
import java.util.List;

/** The rules of the four agents and of the session. */
@AutoService(RuleBook.class)
public final class StandardRules implements RuleBook {
  @Override
  public List<RuleInfo> rules() {
    return RuleCatalogue.all();
  }
}
