package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.ConsumerSnapshot;
import java.util.List;
import java.util.function.Consumer;

/** Several living consumers share a group. */
@AutoService(StreamRule.class)
public final class CompetingConsumers implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.competing-consumers",
          "COMPETING_CONSUMERS",
          Severity.INFO,
          "Several consumers share a group",
          "Each entry goes to one of them and order is lost between them (the specification's table:"
              + " verify the intent). Names that nobody uses any more are not counted.",
          "Nothing, if the work is meant to be shared; otherwise give each service its own group.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    for (GroupView group : view.groups()) {
      if (group.now().consumerCount() < 2) {
        continue;
      }
      long patience =
          Math.max(2 * view.limits().pendingAge().toMillis(), 2 * group.track().healthyIdleMs());
      List<String> living =
          group.consumers().stream()
              .filter(c -> view.strict() || c.idleMs() <= patience || view.blocked(c))
              .map(ConsumerSnapshot::name)
              .map(Object::toString)
              .sorted()
              .toList();
      if (living.size() > 1) {
        int ghosts = (int) group.now().consumerCount() - living.size();
        out.accept(
            StreamDraft.of(INFO, view, group)
                .title(
                    living.size() + " consumers share group " + group.name() + " on " + view.name())
                .detail("consumers", living)
                .hypothesis(
                    "Alive: "
                        + String.join(", ", living)
                        + (ghosts == 0 ? "" : "; and " + ghosts + " names nobody uses any more")
                        + ". Scaling out, or two services that took the same group name."));
      }
    }
  }
}
