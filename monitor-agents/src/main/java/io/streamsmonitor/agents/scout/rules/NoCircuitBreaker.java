package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A producer has neither circuit breaker nor retry with a pause. */
@AutoService(CodeRule.class)
public final class NoCircuitBreaker implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.no-circuit-breaker",
              "RESILIENCE",
              Severity.MEDIUM,
              "Producers without circuit breaker",
              "While Redis is slow or gone, every request waits for its time-out in XADD, and "
                  + "the outage spreads to the callers.",
              "Guard the publish with a circuit breaker, and retry with growing pauses.")
          .costing(Effort.DAYS_1_2, Impact.MEDIUM);
  private static final Pattern GUARD =
      Pattern.compile(
          "(?i)circuit|breaker|back_?off|retry(able|er|template|policy|when|config|with|ing)?$|^retry|resilience|failsafe|bulkhead|exponential");
  private static final Set<String> PAUSES = Set.of("sleep", "parkNanos", "await", "delay", "pause");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    Map<String, List<StreamCall>> byFile = new TreeMap<>();
    view.calls(Op.ADD)
        .filter(c -> c.client() != Client.ENVELOPE)
        .forEach(c -> byFile.computeIfAbsent(c.file().path(), k -> new ArrayList<>()).add(c));
    byFile.values().stream()
        .filter(calls -> calls.stream().noneMatch(c -> guarded(view, c)))
        .forEach(calls -> say(calls, out));
  }

  private static boolean guarded(CodeView view, StreamCall add) {
    boolean here =
        add.file().types().stream()
                .anyMatch(t -> Reach.says(List.of(new Home(add.file(), t)), GUARD))
            || pausesAndRetries(add.method());
    return here
        || view.names().calls().sites(add.home(), add.method()).stream()
            .anyMatch(s -> Reach.says(s.method(), GUARD) || pausesAndRetries(s.method()));
  }

  /** A catch that waits before the loop around it goes on. */
  private static boolean pausesAndRetries(MethodFacts m) {
    return m.blocks().stream()
        .filter(b -> b.is(Block.Kind.CATCH) && m.within(Block.Kind.LOOP, b.from()))
        .anyMatch(b -> m.callsIn(b).anyMatch(c -> PAUSES.contains(c.name())));
  }

  private static void say(List<StreamCall> calls, Consumer<Draft> out) {
    StreamCall first = calls.get(0);
    CodeFinding finding = CodeFinding.in(first.file(), INFO).once("");
    first.streamName().ifPresent(finding::stream);
    calls.stream().map(c -> c.call().pos()).distinct().sorted().forEach(finding::at);
    finding
        .hypothesis(
            "A Redis outage becomes an outage of every caller of " + first.file().path() + ".")
        .recommendation(
            "Put a circuit breaker and a retry with backoff around the XADD on "
                + StreamNames.of(first)
                + ".")
        .after(Fixes.breaker(first))
        .to(out);
  }
}
