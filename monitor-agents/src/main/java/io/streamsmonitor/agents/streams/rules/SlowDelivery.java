package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.DeliveryWatch;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** By its own logs, a service gets its entries late. */
@AutoService(StreamRule.class)
public final class SlowDelivery implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.slow-delivery",
          "CONSUMER_LAG",
          Severity.MEDIUM,
          "Entries reach their consumer late",
          "More than 500 ms from publishing to consuming in 3 samples running, as the services"
              + " themselves log it (channelHealth, redis.consume): a lag in time before it is one"
              + " in entries.",
          "Make the handler faster or add consumers; a batch handled one by one delays its last"
              + " entry by all the others.");

  private static final int SAMPLES = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    double limit = view.limits().timeLag().toMillis();
    for (DeliveryWatch.Streak streak : view.deliveries()) {
      if (streak.above(limit) >= SAMPLES) {
        long newest = Math.round(streak.samples().get(streak.samples().size() - 1).lagMs());
        out.accept(
            StreamDraft.of(INFO, view)
                .service(streak.service())
                .group(streak.group())
                .title(
                    streak.service()
                        + " gets entries of "
                        + view.name()
                        + " "
                        + newest
                        + " ms late")
                .detail("lagMs", newest)
                .evidence(
                    streak.samples().stream()
                        .map(s -> s.at() + " " + s.service() + " lagMs " + Math.round(s.lagMs()))
                        .collect(Collectors.joining("\n")))
                .hypothesis(
                    "The consumer of "
                        + streak.service()
                        + " is busy with earlier entries when new ones arrive."));
      }
    }
  }
}
