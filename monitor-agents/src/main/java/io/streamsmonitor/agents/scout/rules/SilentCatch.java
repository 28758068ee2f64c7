package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.script.Modules;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** An exception is caught and nobody learns of it. */
@AutoService(CodeRule.class)
public final class SilentCatch implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.silent-catch",
              "OBSERVABILITY_GAP",
              Severity.MEDIUM,
              "Silent catch blocks",
              "A failure that is caught and neither logged, counted, handed on nor thrown "
                  + "again never happened for whoever operates the service.",
              "Log the exception with its context, or let it go on.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.eachMethod(
        (home, method) ->
            method.blocks().stream()
                .filter(b -> b.is(Block.Kind.CATCH))
                .filter(b -> new CatchBlock(view, home, method, b).isSilent())
                .forEach(b -> say(home.file(), b, out)));
  }

  private static void say(CodeFile file, Block block, Consumer<Draft> out) {
    String types = String.join(" | ", block.types());
    CodeFinding.in(file, INFO)
        .at(block.from())
        .hypothesis("When a " + types + " comes, the service goes on as if nothing had happened.")
        .recommendation("Log the " + types + " in " + file.path() + ", or rethrow it.")
        .after(
            Modules.isScript(file.path())
                ? ScriptFixes.caught(block.name())
                : "catch ("
                    + types
                    + " "
                    + block.name()
                    + ") {\n  log.warn(\"what was being done failed\", "
                    + block.name()
                    + ");\n}")
        .to(out);
  }
}
