package io.streamsmonitor.envelope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the plain API has read, so that its XACK can be told which story it ends.
 *
 * <p>Bounded: a service that never acknowledges must not fill its memory with this.
 */
final class Unacknowledged {
  private static final int MOST = 10_000;

  private final Map<Key, Held> held =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Held> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(MessageContext message) {
    held.put(
        new Key(message.stream(), message.group(), message.messageId()),
        new Held(message, System.nanoTime()));
  }

  /** Hands over the message and for how many milliseconds it was held, when it is known. */
  void remove(String stream, String group, String id, ObjLongConsumer<MessageContext> then) {
    Held found = take(new Key(stream, group, id));
    if (found != null) {
      then.accept(found.message, (System.nanoTime() - found.sinceNanos) / 1_000_000);
    }
  }

  private synchronized @Nullable Held take(Key key) {
    return held.remove(key);
  }

  private record Key(String stream, String group, String id) {}

  private record Held(MessageContext message, long sinceNanos) {}
}
