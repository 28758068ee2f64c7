package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;

/** A loop catches a failure and tries again without pause and without end. */
@AutoService(CodeRule.class)
public final class RetryWithoutPause implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.retry-without-pause",
              "RESILIENCE",
              Severity.MEDIUM,
              "Retry without bound or delay",
              "A loop that tries again at once, for ever, turns the outage of one part into "
                  + "full load on it and on the log.",
              "Pause between attempts, longer each time, and give up after some.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.eachMethod(
        (home, method) ->
            method.blocks().stream()
                .filter(b -> b.is(Block.Kind.CATCH) && Loops.retriesAtOnce(view, home, method, b))
                .forEach(b -> say(home.file(), b, out)));
  }

  private static void say(CodeFile file, Block caught, Consumer<Draft> out) {
    CodeFinding.in(file, INFO)
        .at(caught.from())
        .hypothesis("While the failure lasts, the loop runs as fast as the machine allows.")
        .recommendation(
            "Sleep with backoff in the catch of " + file.path() + ", and bound the attempts.")
        .after(
            "catch (RuntimeException e) {\n  log.warn(\"attempt failed, next in a moment\", e);\n  Thread.sleep(backoff.next());\n}")
        .to(out);
  }
}
