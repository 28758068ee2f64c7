package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
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

/** A connection that waits for entries is used for other commands too. */
@AutoService(CodeRule.class)
public final class SharedBlockingConnection implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.shared-blocking-connection",
              "RESILIENCE",
              Severity.HIGH,
              "A blocking read on a shared connection",
              "While the read blocks, every other command on the connection waits behind it, or two threads mix up their answers.",
              "Give the reader a connection of its own.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> SINGLE =
      Set.of(
          "Jedis",
          "RedisCommands",
          "RedisAsyncCommands",
          "RedisReactiveCommands",
          "StatefulRedisConnection");
  private static final Pattern END = Pattern.compile("(?i)close|stop|shutdown|destroy|<init>");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.READ, Op.GROUP_READ)
        .filter(c -> c.options().must("block") && isField(c))
        .forEach(
            c ->
                c.home().type().methods().stream()
                    .filter(m -> !m.equals(c.method()) && !END.matcher(m.name()).find())
                    .filter(m -> !onlyFrom(view, c, m))
                    .flatMap(m -> m.calls().stream())
                    .filter(x -> Receivers.root(x).equals(Receivers.root(c.call())))
                    .findFirst()
                    .ifPresent(x -> say(c, x, out)));
  }

  private static boolean isField(StreamCall c) {
    String name = Receivers.root(c.call());
    boolean hidden =
        c.method().paramIndex(name) >= 0
            || c.method().locals().stream().anyMatch(l -> l.name().equals(name));
    return !hidden
        && c.home().type().field(name).filter(f -> SINGLE.contains(f.type())).isPresent();
  }

  /** Whether the method runs on the thread of the reader only, between its reads. */
  private static boolean onlyFrom(CodeView view, StreamCall read, MethodFacts m) {
    List<MethodFacts> callers =
        view.names().calls().sites(read.home(), m).stream().map(s -> s.method()).toList();
    boolean calls = m.calls().stream().anyMatch(c -> c.name().equals(read.method().name()));
    return calls || (!callers.isEmpty() && callers.stream().allMatch(read.method()::equals));
  }

  private static void say(StreamCall c, Expr.Call other, Consumer<Draft> out) {
    CodeFinding.of(c, INFO)
        .related(c.file().at(other.pos()))
        .hypothesis("Commands of other threads wait for as long as the read blocks.")
        .recommendation("Read " + StreamNames.of(c) + " on a connection that nothing else uses.")
        .to(out);
  }
}
