package io.streamsmonitor.agents.streams.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.streams.GroupView;
import io.streamsmonitor.agents.streams.StreamDraft;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamView;
import io.streamsmonitor.agents.streams.Waiting;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Entries were delivered again and again. */
@AutoService(StreamRule.class)
public final class DeliveryFailure implements StreamRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "stream.delivery-failure",
          "DELIVERY_FAILURE",
          Severity.HIGH,
          "Entries are delivered again and again",
          "A delivery count above 3 (the specification's table) means that handling failed each"
              + " time; the whole list of pending entries is looked through, not its first 50.",
          "Stop after a few deliveries: move the entry to a dead-letter stream, acknowledge it, and"
              + " fix what it trips over.");

  /** From so many entries on, failing together speaks of the consumer and not of the entries. */
  private static final int MANY = 3;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(StreamView view, Consumer<Draft> out) {
    long limit = view.limits().deliveries();
    for (GroupView group : view.groups()) {
      List<Waiting> failing = group.waiting().stream().filter(e -> e.deliveries() > limit).toList();
      if (!failing.isEmpty()) {
        boolean many = failing.size() >= MANY;
        out.accept(
            StreamDraft.of(INFO, view, group, failing)
                .title(
                    (many ? failing.size() + " entries" : "Entry " + failing.get(0).id())
                        + " of "
                        + view.name()
                        + " delivered up to "
                        + group.mostDeliveries()
                        + " times to group "
                        + group.name())
                .detail("deliveryHistogram", histogram(group))
                .detail("pattern", many ? "CRASH_LOOP" : "POISON_MESSAGE")
                .hypothesis(many ? crashLoop(failing) : poison(group, failing)));
      }
    }
  }

  private static String poison(GroupView group, List<Waiting> failing) {
    Waiting worst = failing.get(0);
    if (worst.payloadGone()) {
      return "Ghost entry: "
          + worst.id()
          + " was deleted from the stream while it was pending, and is claimed over and over ("
          + worst.deliveries()
          + " deliveries); acknowledge it.";
    }
    long healthy = group.waiting().size() - failing.size() + group.track().pel().gone();
    return "Poison message: "
        + worst.id()
        + " fails whoever takes it ("
        + worst.deliveries()
        + " deliveries"
        + (worst.owners() > 1 ? ", " + worst.owners() + " consumers" : "")
        + ")"
        + (healthy > 0 ? " while others of the group are handled" : "")
        + "; its payload is the likely cause.";
  }

  private static String crashLoop(List<Waiting> failing) {
    List<String> owners =
        failing.stream().map(e -> e.consumer().display()).distinct().sorted().toList();
    return owners.size() == 1
        ? "Crash loop: all "
            + failing.size()
            + " entries are held by "
            + owners.get(0)
            + ", which takes them again at every start and dies before XACK."
        : "Many entries fail at once, held by "
            + owners.stream().limit(5).collect(Collectors.joining(", "))
            + ": what the handler depends on is down, or its code fails for every entry.";
  }

  private static String histogram(GroupView group) {
    return group.waiting().stream()
        .collect(Collectors.groupingBy(Waiting::deliveries, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(e -> e.getKey() + "×: " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
