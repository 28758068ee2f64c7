package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A line that a pattern of the user's own asks for, in the category and severity it names. */
@AutoService(LogRule.class)
public final class UserPatternSeen implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.user-pattern",
          "ANOMALY",
          Severity.MEDIUM,
          "A line matches a pattern of monitor.yml",
          "What a team knows of its own services no general rule can know; category and severity are those of the pattern.",
          "Do what your team does when it sees this line.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    for (Sighting sighting : window.touched(SightingKind.WANTED)) {
      String[] key = sighting.key().split(" ", 3);
      Severity severity = Severity.valueOf(key[1]);
      RuleInfo info =
          RuleInfo.of(INFO.id(), key[0], severity, INFO.title(), INFO.why(), INFO.fix());
      out.accept(
          LogDraft.of(info, sighting)
              .title(sighting.service() + ": " + LogDraft.title(sighting))
              .detail("userPattern", key[2])
              .hypothesis("It matches the pattern " + key[2] + " of monitor.yml."));
    }
  }
}
