package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.read.EnvSetting;
import io.streamsmonitor.agents.config.read.SourceKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Two sources give one variable of one service different values. */
@AutoService(ConfigRule.class)
public final class ContradictingEnv implements ConfigRule {
  /** Addresses differ rightly between a laptop and a container network. */
  private static final Pattern PLACE =
      Pattern.compile(
          ".*(?:URL|URI|HOST|HOSTS|PORT|ADDR|ADDRESS|ENDPOINT|BROKERS?|DSN|NODE_ENV|PATH|DIR)");

  private static final Pattern SECRET =
      Pattern.compile(
          ".*(?:KEY|SECRET|TOKEN|PASS|PASSWORD|PWD|CREDENTIAL|AUTH|PRIVATE|DSN|URL|URI).*");
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.contradicting-env",
          "ENV_MISMATCH",
          Severity.MEDIUM,
          "Two sources set one environment variable differently",
          "Which value holds depends on how the service is started. LOW for addresses, which differ"
              + " rightly between a laptop and a container network.",
          "Keep the value in one source, or name the sources after the stage they are for.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Map<String, List<EnvSetting>> byVariable = new TreeMap<>();
    for (EnvSetting s : view.sources().env()) {
      boolean sets = s.kind() != SourceKind.TEMPLATE && s.kind() != SourceKind.DOCKERFILE;
      if (sets && s.stage().isEmpty() && s.value() != null && !s.value().contains("${")) {
        String key = s.service() + '\u0001' + s.name();
        byVariable.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
      }
    }
    for (List<EnvSetting> settings : byVariable.values()) {
      if (settings.stream().map(s -> String.valueOf(s.value())).distinct().count() > 1) {
        out.accept(draft(settings));
      }
    }
  }

  private static Draft draft(List<EnvSetting> settings) {
    EnvSetting first = settings.get(0);
    String name = first.name();
    boolean secret = SECRET.matcher(name).matches();
    List<String> values =
        settings.stream()
            .map(s -> s.at() + (secret ? "" : " says \"" + s.value() + "\""))
            .distinct()
            .toList();
    String actual = secret ? "the values differ" : String.join(", ", values);
    return Discrepancy.of(
            INFO,
            first.service(),
            "one value of " + name,
            actual,
            settings.stream().map(EnvSetting::at).toList(),
            List.of())
        .qualifier(name)
        .detail("variable", name)
        .severity(PLACE.matcher(name).matches() ? Severity.LOW : Severity.MEDIUM)
        .title(
            name
                + " is set differently in "
                + settings.stream().map(s -> s.at().file()).distinct().toList())
        .recommendation(
            "Set "
                + name
                + " in one of "
                + settings.stream().map(s -> s.at().toString()).toList()
                + " only.");
  }
}
