package io.streamsmonitor.core.redis;

import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamPoll;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One connection that only looks: it never writes, and no call waits longer than two seconds. Not
 * thread-safe; every agent has its own.
 */
public interface RedisProbe extends AutoCloseable {

  /**
   * Asks PING.
   *
   * @throws RedisUnavailable when the server does not answer PONG
   */
  void ping() throws RedisUnavailable;

  /** Which of the commands the server knows, by upper-case name; COMMAND INFO. */
  Map<String, Boolean> commands(Collection<String> names) throws RedisUnavailable;

  /** Fields of one INFO section, such as {@code memory}; empty where not permitted. */
  Map<String, String> info(String section) throws RedisUnavailable;

  /**
   * Looks at every stream in full: groups, consumers, pending entries, resolved lags.
   *
   * @throws RedisUnavailable when the server is gone; a failing key is a gap of the poll instead
   */
  StreamPoll survey() throws RedisUnavailable;

  /**
   * Looks again, as cheaply as the last look allows: every stream and group, but consumers and
   * pending entries only where something waits, moved or is new.
   *
   * @throws RedisUnavailable when the server is gone; a failing key is a gap of the poll instead
   */
  default StreamPoll poll() throws RedisUnavailable {
    return survey();
  }

  /**
   * Names of the fields inside the JSON texts that the stream's newest entries hold; never a value.
   * Empty where entries hold no JSON, or where the look is not permitted.
   */
  default Set<String> payloadFields(Name stream) throws RedisUnavailable {
    return Set.of();
  }

  /** Names of the connections there are, {@code addr name}; empty where not permitted. */
  List<String> clients() throws RedisUnavailable;

  /** Names of the connections that wait for a new entry; empty where not permitted. */
  default Set<String> blockedReaders() throws RedisUnavailable {
    return Set.of();
  }

  @Override
  void close();
}
