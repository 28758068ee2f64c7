package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Set;
import java.util.function.Consumer;

/** A reading loop stands inside a try instead of around one. */
@AutoService(CodeRule.class)
public final class LoopEndsOnException implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.consumer-loop-ends",
              "RESILIENCE",
              Severity.HIGH,
              "The consumer loop ends on the first exception",
              "The try stands around the loop: one bad entry or one lost connection ends the "
                  + "consumer, and the process lives on without it.",
              "Catch inside the loop, and decide there what goes on.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);
  private static final Set<String> BROAD =
      Set.of(
          "Exception",
          "Throwable",
          "RuntimeException",
          "JedisException",
          "JedisConnectionException",
          "RedisException",
          "RedisSystemException");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.READ, Op.GROUP_READ)
        .filter(c -> !c.options().must("container") && c.client() != Client.ENVELOPE)
        .filter(LoopEndsOnException::endsLoop)
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "After the first exception nobody reads "
                            + StreamNames.of(c)
                            + " any more.")
                    .recommendation(
                        "Move the try into the loop that reads " + StreamNames.of(c) + ".")
                    .after(
                        "while (running) {\n  try {\n    readAndProcess();\n  } catch (RuntimeException e) {\n    log.error(\"reading failed\", e);\n    pause();\n  }\n}")
                    .to(out));
  }

  private static boolean endsLoop(StreamCall c) {
    MethodFacts m = c.method();
    int pos = c.call().namePos();
    Block loop =
        m.around(pos)
            .filter(b -> b.is(Block.Kind.LOOP) && !(b.condition() instanceof Expr.Each))
            .reduce((a, b) -> b)
            .orElse(null);
    if (loop == null
        || m.around(pos).anyMatch(b -> b.is(Block.Kind.TRY) && loop.contains(b.from()))) {
      return false;
    }
    return m.around(loop.from())
        .filter(b -> b.is(Block.Kind.TRY))
        .flatMap(
            t ->
                m.blocks().stream()
                    .filter(b -> b.is(Block.Kind.CATCH) && b.from() > t.to() && follows(m, t, b)))
        .anyMatch(
            b ->
                b.types().stream().anyMatch(BROAD::contains)
                    && m.around(loop.from())
                        .noneMatch(o -> o.is(Block.Kind.LOOP) && !o.equals(loop)));
  }

  /** Whether the catch is one of the try: nothing but other catches stands between them. */
  private static boolean follows(MethodFacts m, Block tried, Block caught) {
    return m.blocks().stream()
        .filter(b -> b.is(Block.Kind.TRY))
        .noneMatch(b -> b.from() > tried.to() && b.from() < caught.from());
  }
}
