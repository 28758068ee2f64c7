package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.read.DuplicateKey;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/** A map of a configuration file has a key twice. */
@AutoService(ConfigRule.class)
public final class RepeatedKey implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.repeated-key",
          "CONFIG_DRIFT",
          Severity.INFO,
          "A configuration file has a key twice",
          "Some readers take the first value, some the last, some refuse the file.",
          "Remove one of the two.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    for (DuplicateKey duplicate : view.sources().duplicates()) {
      String key = duplicate.key();
      out.accept(
          Discrepancy.of(
                  INFO,
                  "",
                  "key " + key + " once",
                  "it stands at " + duplicate.first() + " and " + duplicate.second(),
                  List.of(duplicate.second()),
                  List.of(duplicate.first()))
              .qualifier(duplicate.second() + " " + key)
              .title("Key " + key + " stands twice in " + duplicate.second().file())
              .recommendation(
                  "Remove "
                      + key
                      + " at "
                      + duplicate.first()
                      + " or "
                      + duplicate.second()
                      + "."));
    }
  }
}
