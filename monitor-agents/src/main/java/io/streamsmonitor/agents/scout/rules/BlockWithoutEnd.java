package io.streamsmonitor.agents.scout.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.streams.Client;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Effort;
import io.streamsmonitor.core.finding.Impact;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A read waits for ever and nothing can end it. */
@AutoService(CodeRule.class)
public final class BlockWithoutEnd implements CodeRule {
  static final RuleInfo INFO =
      RuleInfo.of(
              "code.block-without-end",
              "RESILIENCE",
              Severity.MEDIUM,
              "BLOCK 0 without a way out",
              "A read that waits for ever notices neither a stop of the service nor a connection that died in silence.",
              "Wait one or two seconds and look at the stop flag between reads.")
          .costing(Effort.HOURS_2_4, Impact.MEDIUM);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern END =
      Pattern.compile("(?i)close|stop|shutdown|destroy|cancel|disconnect|dispose");

  private static final Set<String> CLOSES =
      Set.of("close", "disconnect", "quit", "dispose", "shutdown", "shutdownNow", "destroy");

  @Override
  public void check(CodeView view, Consumer<Draft> out) {
    view.calls(Op.READ, Op.GROUP_READ)
        .filter(c -> c.client() != Client.ENVELOPE && c.client() != Client.LETTUCE)
        .filter(c -> Durations.block(view, c).orElse(-1) == 0 && !ended(c))
        .forEach(
            c ->
                CodeFinding.of(c, INFO)
                    .hypothesis(
                        "A shutdown waits until the next entry comes, or kills the process.")
                    .recommendation("Read " + StreamNames.of(c) + " with BLOCK 2000.")
                    .after(Fixes.group(c))
                    .to(out));
  }

  /** Whether a method that ends the type closes the connection that waits. */
  private static boolean ended(StreamCall c) {
    String connection = Receivers.root(c.call());
    return c.home().type().methods().stream()
        .filter(m -> END.matcher(m.name()).find())
        .flatMap(m -> m.calls().stream())
        .anyMatch(x -> CLOSES.contains(x.name()) && Receivers.root(x).equals(connection));
  }
}
