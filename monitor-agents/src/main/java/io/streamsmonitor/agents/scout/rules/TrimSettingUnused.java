package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A limit for streams can be configured, and nothing reads it. */
@AutoService(CodeRule.class)
public final class TrimSettingUnused implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.trim-setting-unused",
              "DX_IMPROVEMENT",
              Severity.LOW,
              "A trim setting that nothing uses",
              "Whoever operates the service sets the limit and believes the stream is bounded; it is not.",
              "Use the setting in XADD, or remove it.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern LIMIT =
      Pattern.compile("(?i).*(trim|max_?len(gth)?|stream.*(max|limit|cap)).*");
  private static final Pattern STREAM = Pattern.compile("(?i).*(stream|redis|trim).*");
  private static final Set<String> INJECTED = Set.of("Value", "ConfigProperty");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    for (CodeFile file : view.files()) {
      for (TypeFacts type : file.types()) {
        boolean bound = type.noted("ConfigurationProperties", "ConfigMapping");
        type.fields().stream()
            .filter(f -> !f.isStatic() && LIMIT.matcher(f.name()).matches())
            .filter(f -> STREAM.matcher(f.name() + type.name()).matches())
            .filter(f -> bound || f.notes().stream().anyMatch(n -> INJECTED.contains(n.name())))
            .filter(f -> !used(view, f.name()))
            .forEach(f -> say(file, f, out));
      }
    }
  }

  private static boolean used(CodeView view, String field) {
    String capital = field.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + field.substring(1);
    Set<String> names = Set.of(field, "get" + capital);
    return view.files().stream()
        .filter(f -> !f.mentioned(names).isEmpty())
        .flatMap(CodeFile::methods)
        .filter(m -> !m.name().equals("get" + capital) && !m.name().equals("set" + capital))
        .anyMatch(m -> m.mentionsAny(names) && m.words().stream().anyMatch(names::contains));
  }

  private static void say(CodeFile file, TypeFacts.Field field, Consumer<Draft> out) {
    CodeFinding.in(file, INFO)
        .at(field.pos())
        .hypothesis("Setting " + field.name() + " changes nothing.")
        .recommendation(
            "Pass " + field.name() + " to XADD MAXLEN ~ in " + file.path() + ", or delete it.")
        .to(out);
  }
}
