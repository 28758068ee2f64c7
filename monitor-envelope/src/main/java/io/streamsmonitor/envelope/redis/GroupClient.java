package io.streamsmonitor.envelope.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.params.XPendingParams;
import redis.clients.jedis.resps.StreamPendingEntry;

/**
 * What one consumer of one group asks of Redis. Not tapped: the consumer loop writes its own lines.
 *
 * <p>Throws what Jedis throws; a missing group is created where that is the answer.
 */
public final class GroupClient implements AutoCloseable {
  private final RedisClient redis;

  /** One connection that does nothing but wait for messages. */
  private final RedisClient waiting;

  private volatile long waitingId = -1;
  private final String stream;
  private final String group;
  private final String consumer;

  GroupClient(
      RedisClient redis, RedisClient waiting, String stream, String group, String consumer) {
    this.redis = redis;
    this.waiting = waiting;
    this.stream = stream;
    this.group = group;
    this.consumer = consumer;
  }

  /**
   * Creates stream and group unless they exist.
   *
   * @param from id after which the group reads; {@code 0} for everything stored
   * @return whether the group was created now
   */
  public boolean createGroup(String from) {
    try {
      redis.executeCommand(command(Command.XGROUP, "CREATE", stream, group, from, "MKSTREAM"));
      return true;
    } catch (JedisDataException e) {
      if (String.valueOf(e.getMessage()).startsWith("BUSYGROUP")) {
        return false;
      }
      throw e;
    }
  }

  /** Prepares the reading connection so that {@link #wake} can reach it. */
  public void prepareToRead() {
    Object id = waiting.executeCommand(command(Command.CLIENT, "ID"));
    waitingId = id instanceof Long number ? number : -1;
  }

  /** Ends a waiting {@link #readNew} early, from another thread; no message is lost by it. */
  public void wake() {
    if (waitingId < 0) {
      return;
    }
    try {
      redis.executeCommand(command(Command.CLIENT, "UNBLOCK", Long.toString(waitingId)));
    } catch (RuntimeException e) {
      // Not allowed or not reachable: the read ends by itself a little later.
      waitingId = -1;
    }
  }

  /** Whether this error says that the group is not there. */
  public static boolean isMissingGroup(RuntimeException e) {
    return e instanceof JedisDataException data && NoGroup.is(data);
  }

  /** New entries, waiting for the first at most this long. */
  public List<Entry> readNew(int count, Duration block) {
    Object reply =
        waiting.executeCommand(
            command(
                    Command.XREADGROUP,
                    "GROUP",
                    group,
                    consumer,
                    "COUNT",
                    count,
                    "BLOCK",
                    Long.toString(Math.max(1, block.toMillis())),
                    "STREAMS",
                    stream,
                    ">")
                .blocking());
    return Replies.entriesOfOne(reply);
  }

  /** Entries delivered to this consumer and not acknowledged, behind {@code after}. */
  public List<Entry> readOwnPending(String after, int count) {
    Object reply =
        redis.executeCommand(
            command(
                Command.XREADGROUP,
                "GROUP",
                group,
                consumer,
                "COUNT",
                count,
                "STREAMS",
                stream,
                after));
    return Replies.entriesOfOne(reply);
  }

  /** Takes over entries that nobody has touched for {@code idle}, one page of them. */
  public Claimed claimIdle(Duration idle, String cursor, int count) {
    Object reply =
        redis.executeCommand(
            command(
                Command.XAUTOCLAIM,
                stream,
                group,
                consumer,
                Long.toString(idle.toMillis()),
                cursor,
                "COUNT",
                count));
    List<?> parts = (List<?>) reply;
    return new Claimed(
        Replies.text(parts.get(0)),
        Replies.entries(parts.get(1)),
        // Redis 6.2 has no third part and returns trimmed entries without a body instead.
        parts.size() > 2 ? Replies.texts(parts.get(2)) : List.of());
  }

  /**
   * Takes one entry again, which counts as a delivery; empty when it is gone, or was touched by
   * somebody within the time given.
   */
  public List<Entry> redeliver(String messageId, Duration untouchedFor) {
    String idle = Long.toString(untouchedFor.toMillis());
    return Replies.entries(
        redis.executeCommand(command(Command.XCLAIM, stream, group, consumer, idle, messageId)));
  }

  /** How often the entry was delivered; 0 when it is not pending. */
  public long deliveryCount(String messageId) {
    StreamEntryID id = new StreamEntryID(messageId);
    List<StreamPendingEntry> pending =
        redis.xpending(stream, group, XPendingParams.xPendingParams(id, id, 1));
    return pending.isEmpty() ? 0 : pending.get(0).getDeliveredTimes();
  }

  /** Whether the stream still stores the entry. */
  public boolean isStored(String messageId) {
    return !redis.xrange(stream, messageId, messageId, 1).isEmpty();
  }

  /** Acknowledges; {@code false} when the entry was not pending any more. */
  public boolean acknowledge(String messageId) {
    return redis.xack(stream, group, new StreamEntryID(messageId)) > 0;
  }

  /** Acknowledges and keeps a mark for a while: both or none. */
  public boolean acknowledgeAndMark(String messageId, String mark, Duration kept) {
    try (AbstractTransaction both = redis.multi()) {
      both.set(mark, messageId, SetParams.setParams().px(kept.toMillis()));
      Response<Long> acknowledged = both.xack(stream, group, new StreamEntryID(messageId));
      both.exec();
      return acknowledged.get() > 0;
    }
  }

  /** Whether somebody has left this mark, and it has not run out. */
  public boolean isMarked(String mark) {
    return redis.exists(mark);
  }

  /** Puts an entry into another stream and returns its id there. */
  public String copyTo(String deadLetters, Map<String, String> fields, long maxLen) {
    return redis.xadd(deadLetters, StreamClient.trimmed(maxLen), fields).toString();
  }

  private static CommandArguments command(Command name, Object... arguments) {
    return new CommandArguments(name).addObjects(arguments);
  }

  @Override
  public void close() {
    waiting.close();
    redis.close();
  }

  /**
   * A page of XAUTOCLAIM.
   *
   * @param next cursor of the next page; {@code 0-0} after the last
   * @param lost ids that were pending and are no longer stored
   */
  public record Claimed(String next, List<Entry> entries, List<String> lost) {
    public Claimed {
      entries = List.copyOf(entries);
      lost = List.copyOf(lost);
    }
  }
}
