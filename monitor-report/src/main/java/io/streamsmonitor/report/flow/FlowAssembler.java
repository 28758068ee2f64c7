package io.streamsmonitor.report.flow;

import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts message events, handed over in time order, together to flows. A message belongs to the flow
 * in which it was first seen, so a consumer that loses the correlation id loses no message. Memory
 * is bounded: beyond {@link #OPEN} flows the one that was silent longest is judged and let go.
 */
public final class FlowAssembler {
  /** Flows held at the same time. */
  static final int OPEN = 20_000;

  private static final int EVENTS = 200;
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Map<String, List<LifecycleEvent>> open = new LinkedHashMap<>(256, 0.75f, true);
  private final Map<String, String> flowOfMessage = new HashMap<>();
  private final Map<String, List<LifecycleEvent>> published = new HashMap<>();
  private final Set<String> loggingGroups = new HashSet<>();
  private final Set<String> acking = new HashSet<>();
  private final FlowTally tally = new FlowTally();
  private final StreamReaders readers;
  private final FlowJudge judge;
  private final @Nullable Instant deadline;
  private @Nullable Instant last;
  private long events;
  private long cutShort;

  /**
   * An assembler for one session.
   *
   * @param deadline end of the window, or null where only the logs say when it ended
   */
  public FlowAssembler(StreamReaders readers, @Nullable Instant deadline) {
    this.readers = readers;
    this.deadline = deadline;
    this.judge = new FlowJudge(readers, loggingGroups, acking);
  }

  /**
   * Takes an event; one that does not name its stream is dropped where no message tells it.
   *
   * @return the event as it is understood, or null where it was dropped
   */
  public @Nullable LifecycleEvent accept(LifecycleEvent given) {
    LifecycleEvent event = given.plain() ? placed(given) : given;
    if (event == null) {
      return null;
    }
    if (event.kind() == Lifecycle.PUBLISH && event.messageId() != null) {
      published.computeIfAbsent(event.messageId(), k -> new ArrayList<>(1)).add(event);
    }
    events++;
    last = event.at() == null ? last : event.at();
    if (event.kind() != Lifecycle.PUBLISH) {
      readers.reads(event.stream());
      if (event.kind() == Lifecycle.ACK) {
        acking.add(event.service() + '\u0001' + event.stream());
      }
      if (event.group() != null) {
        loggingGroups.add(event.stream() + '\u0001' + event.group());
      }
    }
    List<LifecycleEvent> flow = open.computeIfAbsent(flow(event), k -> new ArrayList<>(4));
    boolean again = event.plain() && flow.stream().anyMatch(e -> repeats(event, e));
    if (flow.size() < EVENTS && !again) {
      flow.add(event);
    }
    if (open.size() > OPEN) {
      letGo();
    }
    return event;
  }

  /** "Handling it" and "done with it" are one deed. */
  private static boolean repeats(LifecycleEvent a, LifecycleEvent b) {
    return a.kind() == b.kind()
        && a.service().equals(b.service())
        && a.stream().equals(b.stream())
        && Objects.equals(a.messageId(), b.messageId());
  }

  /** A plain line's event with the stream and message of what it is about. */
  private @Nullable LifecycleEvent placed(LifecycleEvent e) {
    LifecycleEvent about = about(e);
    if (about != null) {
      return e.of(about);
    }
    return e.stream().isEmpty() ? null : e;
  }

  /** The publication by another service that the event is about, or null. */
  private @Nullable LifecycleEvent about(LifecycleEvent e) {
    String messageId = e.messageId();
    String correlationId = e.correlationId();
    List<LifecycleEvent> named =
        messageId != null
            ? published.getOrDefault(messageId, List.of())
            : correlationId != null && e.kind() != Lifecycle.PUBLISH
                ? open.getOrDefault(correlationId, List.of())
                : List.of();
    LifecycleEvent about = null;
    for (LifecycleEvent other : named) {
      boolean publication = other.kind() == Lifecycle.PUBLISH;
      boolean another = !other.service().equals(e.service());
      boolean same = e.stream().isEmpty() || e.stream().equals(other.stream());
      if (publication && another && same && (about == null || nearer(other, about, e))) {
        about = other;
      }
    }
    return about;
  }

  /** Two streams may hold an entry of one id; what the service reads counts, then what is newer. */
  private boolean nearer(LifecycleEvent other, LifecycleEvent than, LifecycleEvent e) {
    boolean read = readers.reads(e.service(), other.stream());
    return read == readers.reads(e.service(), than.stream()) || read;
  }

  /** Says how far the logs go, where not every message event is handed over. */
  public void heardUntil(@Nullable Instant end) {
    last = end == null ? last : end;
  }

  /** Judges what is left; {@code subscribed} are the streams that services say they read. */
  public FlowRecord finish(Collection<String> subscribed) {
    subscribed.forEach(readers::reads);
    Instant end = lastCall();
    open.forEach((id, flow) -> tally.add(judge.flow(id, flow, end)));
    return tally.record(events, judge.unlogged(), cutShort);
  }

  private String flow(LifecycleEvent e) {
    String message = e.messageId() == null ? null : e.stream() + "/" + e.messageId();
    String known = message == null ? null : flowOfMessage.get(message);
    if (known != null) {
      return known;
    }
    String own = e.correlationId() != null ? e.correlationId() : message;
    String id = own == null ? e.service() + " without ids" : own;
    if (message != null) {
      flowOfMessage.put(message, id);
    }
    return id;
  }

  private void letGo() {
    Iterator<Map.Entry<String, List<LifecycleEvent>>> oldest = open.entrySet().iterator();
    Map.Entry<String, List<LifecycleEvent>> entry = oldest.next();
    List<LifecycleEvent> flow = entry.getValue();
    tally.add(judge.flow(entry.getKey(), flow, lastCall()));
    flow.forEach(e -> flowOfMessage.remove(e.stream() + "/" + e.messageId()));
    flow.stream()
        .map(LifecycleEvent::messageId)
        .filter(Objects::nonNull)
        .forEach(published::remove);
    oldest.remove();
    cutShort++;
  }

  private @Nullable Instant lastCall() {
    Instant end = last;
    if (deadline != null && (end == null || deadline.isBefore(end))) {
      end = deadline;
    }
    return end == null ? null : end.minus(GRACE);
  }
}
