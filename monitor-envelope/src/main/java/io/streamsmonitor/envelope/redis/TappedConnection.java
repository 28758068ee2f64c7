package io.streamsmonitor.envelope.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * A connection that tells a {@link StreamTap} about every stream command.
 *
 * <p>Single commands, pipelines, transactions and raw commands all pass through here, which is why
 * the tap sits this low. Replies come in the order of the commands, so a queue pairs them.
 */
final class TappedConnection extends Connection {
  private final StreamCommands commands;
  private final Runnable onBroken;
  private final Deque<Reply> awaited = new ArrayDeque<>();
  private final List<Reply> transaction = new ArrayList<>();
  private boolean inTransaction;
  private boolean subscribed;

  private TappedConnection(Connection.Builder builder, StreamTap tap, Runnable onBroken) {
    super(builder);
    this.commands = new StreamCommands(tap);
    this.onBroken = onBroken;
  }

  @Override
  public void sendCommand(CommandArguments command) {
    Reply reply = commands.prepare(command);
    try {
      super.sendCommand(command);
    } catch (RuntimeException e) {
      reply.failed(String.valueOf(e.getMessage()));
      throw e;
    }
    if (reply == Reply.SUBSCRIPTION) {
      // From here on replies no longer answer commands one by one.
      subscribed = true;
      awaited.clear();
    }
    if (!subscribed) {
      awaited.add(reply);
    }
  }

  @Override
  protected Object readProtocolWithCheckingBroken() {
    try {
      Object value = super.readProtocolWithCheckingBroken();
      settle(value);
      return value;
    } catch (JedisRedirectionException e) {
      // A cluster points elsewhere; the same command comes again there.
      awaited.poll();
      throw e;
    } catch (JedisDataException e) {
      refuse(String.valueOf(e.getMessage()));
      throw e;
    } catch (RuntimeException e) {
      abandon(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Back to the pool: whoever borrows it next begins with a clean sheet. */
  @Override
  public void close() {
    subscribed = false;
    dropTransaction("connection given back");
    awaited.clear();
    super.close();
  }

  private void settle(@Nullable Object value) {
    Reply reply = awaited.poll();
    if (reply == null) {
      return;
    }
    if (reply == Reply.MULTI) {
      inTransaction = true;
    } else if (reply == Reply.EXEC) {
      execute(value);
    } else if (reply == Reply.DISCARD) {
      dropTransaction("discarded");
    } else if (inTransaction) {
      transaction.add(reply);
    } else {
      reply.received(value);
    }
  }

  private void execute(@Nullable Object results) {
    if (!(results instanceof List<?> values) || values.size() != transaction.size()) {
      dropTransaction("transaction not executed");
      return;
    }
    List<Reply> queued = List.copyOf(transaction);
    dropTransaction(null);
    for (int i = 0; i < queued.size(); i++) {
      Object value = values.get(i);
      if (value instanceof JedisDataException refused) {
        queued.get(i).failed(String.valueOf(refused.getMessage()));
      } else {
        queued.get(i).received(value);
      }
    }
  }

  private void dropTransaction(@Nullable String why) {
    inTransaction = false;
    if (why != null) {
      transaction.forEach(reply -> reply.failed(why));
    }
    transaction.clear();
  }

  private void refuse(String error) {
    Reply reply = awaited.poll();
    if (reply == Reply.EXEC) {
      dropTransaction(error);
    } else if (reply != null) {
      reply.failed(error);
    }
  }

  private void abandon(String error) {
    dropTransaction(error);
    awaited.forEach(reply -> reply.failed(error));
    awaited.clear();
    onBroken.run();
  }

  /** Makes tapped connections for a pool. */
  static final class Builder extends Connection.Builder {
    private final Supplier<StreamTap> taps;
    private final Runnable onBroken;

    Builder(Supplier<StreamTap> taps, Runnable onBroken) {
      this.taps = taps;
      this.onBroken = onBroken;
    }

    @Override
    protected Connection createConnection() {
      return new TappedConnection(this, taps.get(), onBroken);
    }
  }
}
