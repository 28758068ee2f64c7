package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Every start reads under a new consumer name, and none is ever deleted. */
@AutoService(CodeRule.class)
public final class RandomConsumer implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.random-consumer-name",
              "ARCHITECTURE",
              Severity.LOW,
              "A new consumer name at every start",
              "Each start leaves a consumer behind with the entries it had in work; the list of consumers grows for ever.",
              "Name the consumer after its pod or host, or delete it at shutdown (XGROUP DELCONSUMER) once its entries are claimed.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> RANDOM =
      Set.of(
          "randomUUID",
          "nanoTime",
          "currentTimeMillis",
          "nextInt",
          "nextLong",
          "randomAlphanumeric");
  private static final Set<String> REMOVES =
      Set.of("xgroupDelConsumer", "xgroupDelconsumer", "deleteConsumer", "removeConsumer");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> c.client() != Client.ENVELOPE && isRandom(c))
        .filter(c -> view.siblings(c, Op.OTHER).noneMatch(o -> REMOVES.contains(o.call().name())))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis("Consumers of earlier starts pile up in the group.")
                    .recommendation(
                        "Name the consumer of " + StreamNames.of(c) + " after its host.")
                    .after(
                        "String consumer = System.getenv().getOrDefault(\"HOSTNAME\", \"local\");")
                    .to(out));
  }

  private static boolean isRandom(StreamCall c) {
    Expr consumer =
        c.call().args().stream()
            .map(a -> Origins.of(c.home(), c.method(), a))
            .flatMap(List::stream)
            .filter(
                e -> e instanceof Expr.Call x && x.name().equals("from") && x.args().size() == 2)
            .map(e -> ((Expr.Call) e).args().get(1))
            .findFirst()
            .orElse(c.call().arg(1));
    return consumer != null
        && Origins.of(c.home(), c.method(), consumer).stream()
            .anyMatch(e -> e instanceof Expr.Call x && RANDOM.contains(x.name()));
  }
}
