package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.model.DeliverySample;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks at sketched streams, five seconds apart, and what a rule says after each. */
public final class Looks {
  private static final Duration POLL = Duration.ofSeconds(5);

  private final StreamRule rule;
  private final StreamHistory history;
  private final DeliveryWatch deliveries = new DeliveryWatch();
  private Instant now = VirtualClock.START;

  private Looks(StreamRule rule, Profile profile, StreamKnowledge knowledge) {
    this.rule = rule;
    this.history =
        new StreamHistory(Thresholds.DEFAULT.polling(POLL).as(profile), knowledge, deliveries);
  }

  public static Looks with(StreamRule rule) {
    return new Looks(rule, Profile.SMART, StreamKnowledge.NONE);
  }

  public static Looks strict(StreamRule rule) {
    return new Looks(rule, Profile.STRICT, StreamKnowledge.NONE);
  }

  public static Looks knowing(StreamKnowledge knowledge, StreamRule rule) {
    return new Looks(rule, Profile.SMART, knowledge);
  }

  /** Of which the first look is the only one. */
  public static Looks only(StreamRule rule) {
    Looks looks = with(rule);
    looks.history.only();
    return looks;
  }

  /** A detail of a draft as text. */
  public static String text(Draft draft, String field) {
    return String.valueOf(draft.details().get(field));
  }

  public Instant now() {
    return now;
  }

  public Looks delivered(DeliverySample sample) {
    deliveries.add(sample);
    return this;
  }

  /** The next look, five seconds after the last. */
  public List<Draft> see(StreamSketch... streams) {
    return seeAfter(POLL, streams);
  }

  public List<Draft> seeAfter(Duration pause, StreamSketch... streams) {
    now = now.plus(pause);
    List<Draft> drafts = new ArrayList<>();
    for (StreamView view : look(streams)) {
      rule.check(view, drafts::add);
    }
    return drafts;
  }

  private List<StreamView> look(StreamSketch... streams) {
    List<StreamSnapshot> snapshots = Arrays.stream(streams).map(StreamSketch::snapshot).toList();
    return history.look(new StreamPoll(now, snapshots, List.of(), 1, 1));
  }
}
