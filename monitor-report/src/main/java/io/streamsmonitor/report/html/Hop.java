package io.streamsmonitor.report.html;

import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.flow.FlawKind;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.text.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a message, or one that failed to happen.
 *
 * @param from who published it, or null where no log says
 * @param to who took it, or null where nobody did
 * @param label the stream, and how long the delivery took
 * @param outcome what became of it, or empty where no log says
 * @param bad whether that is a flaw of the flow
 */
record Hop(
    @Nullable Instant at,
    @Nullable String from,
    @Nullable String to,
    String label,
    String outcome,
    boolean bad) {
  /** The deliveries of a flow, in the order of time. */
  static List<Hop> of(EventFlow flow) {
    List<Hop> hops = new ArrayList<>();
    Map<String, String> publishers = new HashMap<>();
    Set<String> taken = new HashSet<>();
    // First, for clocks differ: a consumer's line may come before that of who published.
    for (LifecycleEvent e : flow.events()) {
      if (e.kind() == Lifecycle.PUBLISH) {
        publishers.putIfAbsent(message(e), e.service());
      }
    }
    for (LifecycleEvent e : flow.events()) {
      if (e.kind() == Lifecycle.PUBLISH) {
        unread(e, flow, hops);
      } else if (taken.add(message(e) + '\u0001' + e.service())) {
        hops.add(taken(e, publishers.get(message(e)), flow));
      }
    }
    return hops;
  }

  /** A line for each group that should have taken what was published here. */
  private static void unread(LifecycleEvent e, EventFlow flow, List<Hop> hops) {
    for (Flaw flaw : flow.flaws()) {
      if (flaw.kind() == FlawKind.NOT_CONSUMED && concerns(flaw, e)) {
        String stream = View.clip(e.stream(), 20);
        String outcome = "✗ " + View.clip(flaw.sentence(), 60);
        hops.add(new Hop(e.at(), e.service(), null, stream, outcome, true));
      }
    }
  }

  private static Hop taken(LifecycleEvent e, @Nullable String publisher, EventFlow flow) {
    String outcome = "";
    boolean bad = false;
    for (LifecycleEvent later : flow.events()) {
      if (message(later).equals(message(e)) && later.service().equals(e.service())) {
        if (later.kind() == Lifecycle.ACK) {
          Long took = later.durationMs();
          outcome = took == null ? "✓ acked" : "✓ acked in " + Span.ofMillis(took);
          bad = false;
        } else if (later.kind() == Lifecycle.FAILED) {
          String error = later.error();
          outcome = error == null ? "✗ failed" : "✗ " + View.clip(error, 40);
          bad = true;
        }
      }
    }
    if (outcome.isEmpty() && unacked(e, flow)) {
      outcome = "✗ no ACK";
      bad = true;
    }
    Long lag = e.lagMs();
    String label = View.clip(e.stream(), 20) + (lag == null ? "" : " · " + Span.ofMillis(lag));
    return new Hop(e.at(), publisher, e.service(), label, outcome, bad);
  }

  private static boolean unacked(LifecycleEvent e, EventFlow flow) {
    String party = e.group() == null ? e.service() : e.group();
    return flow.flaws().stream()
        .anyMatch(
            flaw ->
                flaw.kind() == FlawKind.NOT_ACKED
                    && concerns(flaw, e)
                    && flaw.party().equals(party));
  }

  private static boolean concerns(Flaw flaw, LifecycleEvent e) {
    return flaw.stream().equals(e.stream())
        && flaw.messageId().equals(Objects.requireNonNullElse(e.messageId(), ""));
  }

  private static String message(LifecycleEvent e) {
    return e.stream() + '\u0001' + e.messageId();
  }
}
