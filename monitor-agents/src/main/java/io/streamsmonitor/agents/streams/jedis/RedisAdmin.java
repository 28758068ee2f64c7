package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Saves and stops a server. Only ever for one that this session started itself. */
public final class RedisAdmin implements AutoCloseable {
  private static final long LOOK_NANOS = Duration.ofMillis(20).toNanos();

  private final Wire wire;

  private RedisAdmin(Wire wire) {
    this.wire = wire;
  }

  public static RedisAdmin connect(String url) throws RedisUnavailable {
    return new RedisAdmin(Wire.open(RedisAddress.parse(url)));
  }

  /**
   * Saves in the background and waits until that is done.
   *
   * @throws RedisUnavailable when it was refused, failed, or took longer than the limit
   */
  public void save(Duration limit) throws RedisUnavailable {
    long begun = System.nanoTime();
    wire.orFail(wire.one(new Ask("BGSAVE")));
    while (true) {
      String state = Reply.text(wire.orFail(wire.one(new Ask("INFO", Ask.ascii("persistence")))));
      if (!state.contains("rdb_bgsave_in_progress:1")) {
        if (state.contains("rdb_last_bgsave_status:err")) {
          throw new RedisUnavailable(
              "Redis at "
                  + wire.address().display()
                  + " could not save: rdb_last_bgsave_status:err");
        }
        return;
      }
      if (System.nanoTime() - begun > limit.toNanos()) {
        throw new RedisUnavailable(
            "Redis at "
                + wire.address().display()
                + " is still saving after "
                + limit.toSeconds()
                + " s");
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Ends the server without another save; its process ends soon after. */
  public void shutdown() {
    try {
      Object reply = wire.one(new Ask("SHUTDOWN", Ask.ascii("NOSAVE")));
      wire.orFail(reply);
    } catch (RedisUnavailable e) {
      // The server closes the connection instead of answering.
      return;
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
