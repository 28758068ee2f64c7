package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A consumer counts something up without knowing whether it did before. */
@AutoService(CodeRule.class)
public final class EffectWithoutId implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.effect-without-message-id",
              "RESILIENCE",
              Severity.MEDIUM,
              "A side effect that a second delivery repeats",
              "Entries are delivered at least once: after a crash between the write and the XACK the counter is raised twice.",
              "Tie the write to the entry id (SET NX, a set of handled ids), or do write and XACK in one MULTI or script.")
          .costing(Effort.HOURS_4_8, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> COUNTS =
      Set.of(
          "incr",
          "incrBy",
          "incrby",
          "incrByFloat",
          "hincrBy",
          "hincrby",
          "zincrby",
          "decr",
          "decrBy",
          "decrby",
          "increment",
          "decrement");
  private static final Pattern GUARD =
      Pattern.compile(
          "(?i)setnx|setParams|setIfAbsent|^nx$|^multi$|^eval(sha)?$|script|sismember|hexists|^sadd$|processed|already|dedup|idempot|seen|handled");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.GROUP_READ)
        .filter(c -> !Reach.says(List.of(c.home()), GUARD))
        .forEach(
            c ->
                c.method().calls().stream()
                    .filter(x -> COUNTS.contains(x.name()) && x.pos() > c.call().pos())
                    .filter(x -> onRedis(view, c, x))
                    .findFirst()
                    .ifPresent(x -> say(c, x, out)));
  }

  private static boolean onRedis(CodeView view, StreamCall read, Expr.Call call) {
    String type =
        view.names()
            .types()
            .of(call.target(), Scope.of(read.home(), read.method(), call.namePos()));
    return Receivers.root(call).equals(Receivers.root(read.call()))
        || type.matches(".*(Jedis|RedisCommands|ValueOperations|HashOperations|ZSetOperations).*");
  }

  private static void say(StreamCall read, Expr.Call effect, Consumer<Draft> out) {
    CodeFinding.in(read.file(), INFO)
        .at(effect.pos())
        .related(read.at())
        .hypothesis("A second delivery of one entry counts it twice.")
        .recommendation(
            "Remember the ids of "
                + StreamNames.of(read)
                + " that were counted, in the same transaction.")
        .to(out);
  }
}
