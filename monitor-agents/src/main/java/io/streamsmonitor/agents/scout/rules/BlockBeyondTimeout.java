package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** A read blocks for longer than its connection waits for an answer. */
@AutoService(CodeRule.class)
public final class BlockBeyondTimeout implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.block-beyond-timeout",
              "RESILIENCE",
              Severity.HIGH,
              "BLOCK is longer than the connection waits",
              "On a quiet stream the client gives up before Redis answers: an exception at every turn, a new connection, and entries delivered to a reader that is gone.",
              "Keep BLOCK well below the command or socket time-out.")
          .costing(Effort.HOURS_2_4, Impact.HIGH);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final long LETTUCE_DEFAULT = 60_000;
  private static final Set<String> LETTUCE =
      Set.of("withTimeout", "setTimeout", "setDefaultTimeout", "fixedTimeout");
  private static final Set<String> JEDIS = Set.of("blockingSocketTimeoutMillis");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.READ, Op.GROUP_READ)
        .filter(c -> c.client() == Client.LETTUCE || c.client() == Client.JEDIS)
        .forEach(
            c ->
                Durations.block(view, c)
                    .ifPresent(
                        block -> {
                          long wait = timeout(view, c);
                          if (wait > 0 && (block == 0 || block >= wait)) {
                            say(c, block, wait, out);
                          }
                        }));
  }

  /** What the same service sets, else that of the library; 0 where there is none. */
  private static long timeout(CodeView view, StreamCall read) {
    Set<String> names = read.client() == Client.LETTUCE ? LETTUCE : JEDIS;
    long shortest = Long.MAX_VALUE;
    for (CodeFile file : view.files()) {
      Set<String> here = file.mentioned(names);
      if (here.isEmpty() || !file.service().equals(read.file().service())) {
        continue;
      }
      for (TypeFacts type : file.types()) {
        Home home = new Home(file, type);
        for (MethodFacts m : type.methods()) {
          if (!m.mentionsAny(here)) {
            continue;
          }
          for (Expr.Call call : m.calls()) {
            if (names.contains(call.name()) && call.args().size() == 1) {
              Scope scope = Scope.of(home, m, call.namePos());
              OptionalLong set = Durations.millis(view, call.args().get(0), scope);
              shortest = Math.min(shortest, set.orElse(Long.MAX_VALUE));
            }
          }
        }
      }
    }
    long otherwise = read.client() == Client.LETTUCE ? LETTUCE_DEFAULT : 0;
    return shortest == Long.MAX_VALUE ? otherwise : shortest;
  }

  private static void say(StreamCall c, long block, long wait, Consumer<Draft> out) {
    CodeFinding.of(c, INFO)
        .hypothesis(
            "The read blocks for "
                + (block == 0 ? "ever" : block + " ms")
                + ", its connection waits for "
                + wait
                + " ms.")
        .recommendation("Read " + StreamNames.of(c) + " with BLOCK 2000.")
        .after(Fixes.group(c))
        .to(out);
  }
}
