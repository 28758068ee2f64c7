package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.read.SourceGap;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;

/** A source of configuration or a document could not be read. */
@AutoService(ConfigRule.class)
public final class UnreadableSource implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.unreadable-source",
          "COVERAGE_GAP",
          Severity.INFO,
          "A configuration source could not be read",
          "What it declares is unknown to every check.",
          "Correct the file, or leave it out of the scope.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    for (SourceGap gap : view.sources().gaps()) {
      out.accept(
          Draft.of(INFO)
              .service("cross-service")
              .qualifier(gap.at().file())
              .detail("affectedFiles", List.of(gap.at().file()))
              .title(gap.at().file() + " " + gap.reason())
              .evidence(gap.at() + " " + gap.reason())
              .location(gap.at())
              .occurrences(1));
    }
  }
}
