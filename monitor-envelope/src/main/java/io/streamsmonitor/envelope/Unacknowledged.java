package io.streamsmonitor.envelope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the plain API has read of one group, so that its XACK can be told which story it
 * ends.
 *
 * <p>Bounded: a service that never acknowledges must not fill its memory with this.
 */
final class Unacknowledged {
  private static final int MOST = 10_000;

  private final Map<EntryId, Held> held =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<EntryId, Held> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(List<Held> read) {
    for (Held message : read) {
      held.put(message.id, message);
    }
  }

  /** Takes out what is known of these ids, {@code null} for what is not. */
  synchronized List<@Nullable Held> take(List<byte[]> ids) {
    List<@Nullable Held> taken = new ArrayList<>(ids.size());
    for (byte[] text : ids) {
      taken.add(held.remove(EntryId.of(text)));
    }
    return taken;
  }

  /** A message that was delivered. */
  static final class Held {
    final EntryId id;
    final String consumer;
    final byte[] correlationId;
    final byte[] traceId;
    final long sinceNanos;

    Held(EntryId id, String consumer, byte[] correlationId, byte[] traceId, long sinceNanos) {
      this.id = id;
      this.consumer = consumer;
      this.correlationId = correlationId;
      this.traceId = traceId;
      this.sinceNanos = sinceNanos;
    }
  }
}
