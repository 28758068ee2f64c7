package io.streamsmonitor.agents;

import com.google.auto.service.AutoService;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.rule.RuleBook;
import java.util.Collection;

/** The catalogue, for who does not know the agents. */
@AutoService(RuleBook.class)
public final class CatalogueBook implements RuleBook {
  @Override
  public Collection<RuleInfo> rules() {
    return RuleCatalogue.all();
  }
}
