package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The connection of the analyst: made when needed, made again after a pause when it was lost. */
final class Link implements AutoCloseable {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final StreamAnalyst.Connector connector;
  private @Nullable RedisProbe probe;
  private @Nullable String runId;
  private Duration pause = FIRST_PAUSE;
  private Instant notBefore = Instant.MIN;
  private boolean replaced;
  private final Map<String, Object> news = new LinkedHashMap<>();

  Link(StreamAnalyst.Connector connector) {
    this.connector = connector;
  }

  /** Whether it is too early to try again after a loss. */
  boolean pausing(Instant now) {
    return probe == null && now.isBefore(notBefore);
  }

  RedisProbe probe() throws RedisUnavailable {
    RedisProbe current = probe;
    if (current == null) {
      current = connector.connect();
      probe = current;
      String id = current.info("server").get("run_id");
      current.commands(List.of("XINFO"));
      replaced = runId != null && id != null && !runId.equals(id);
      runId = id == null ? runId : id;
      news.put("server", id == null ? "" : id);
    }
    return current;
  }

  /** Whether the newest connection reached another server process than the one before. */
  boolean replaced() {
    boolean was = replaced;
    replaced = false;
    return was;
  }

  /** Remembers who waited for entries at this look. */
  void blocked(Set<String> readers) {
    news.put("blocked", List.copyOf(new TreeSet<>(readers)));
  }

  /** What the next line of the record says beyond the streams: the server reached, who waits. */
  Map<String, Object> takeNews() {
    Map<String, Object> taken = Map.copyOf(news);
    news.clear();
    return taken;
  }

  void works() {
    pause = FIRST_PAUSE;
  }

  void lost(Instant now) {
    close();
    notBefore = now.plus(pause);
    Duration next = pause.multipliedBy(2);
    pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }

  @Override
  public void close() {
    RedisProbe current = probe;
    probe = null;
    if (current != null) {
      current.close();
    }
  }
}
