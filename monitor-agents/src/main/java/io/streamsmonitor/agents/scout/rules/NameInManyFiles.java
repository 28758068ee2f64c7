package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The same stream name is a literal in three or more files. */
@AutoService(CodeRule.class)
public final class NameInManyFiles implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.stream-name-in-many-files",
              "DX_IMPROVEMENT",
              Severity.LOW,
              "A stream name is written out in many files",
              "A name that stands in many files is changed in most of them.",
              "Keep the name in one constant or one setting.")
          .costing(Effort.HOURS_2_4, Impact.LOW);
  private static final int MANY = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    Map<String, List<StreamCall>> byName = new TreeMap<>();
    view.calls(Op.ADD, Op.READ, Op.GROUP_READ, Op.CREATE_GROUP)
        .filter(
            c ->
                c.call().args().stream()
                    .anyMatch(
                        a ->
                            a instanceof Expr.Text t
                                && c.streamName().filter(t.value()::equals).isPresent()))
        .forEach(
            c -> byName.computeIfAbsent(c.streamName().orElse(""), k -> new ArrayList<>()).add(c));
    byName.forEach(
        (name, calls) -> {
          List<StreamCall> files = new ArrayList<>();
          calls.stream()
              .filter(c -> files.stream().noneMatch(f -> f.file().equals(c.file())))
              .forEach(files::add);
          if (files.size() >= MANY) {
            CodeFinding finding = CodeFinding.of(files.get(0), INFO).once(name);
            files.subList(1, files.size()).forEach(c -> finding.related(c.at()));
            finding
                .hypothesis("The name " + name + " stands in " + files.size() + " files.")
                .recommendation("Keep " + name + " in one place.")
                .after("public static final String STREAM = \"" + name + "\";")
                .to(out);
          }
        });
  }
}
