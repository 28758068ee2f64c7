package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogLevel;
import io.streamsmonitor.agents.logs.scan.LineScan;
import io.streamsmonitor.agents.logs.scan.NeedleTable;
import io.streamsmonitor.agents.logs.scan.Skeleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was made of a record, for records that differ from it in numbers and ids only. Those that
 * may hold a secret, and those whose time is not understood, are read every time.
 */
final class Repeats<V> {
  private static final int LIMIT = 20_000;

  private final NeedleTable secrets = LogNeedles.secret();
  private final LineScan scan = new LineScan(secrets);
  private final Map<Long, V> known = new HashMap<>();
  private long key;
  private long id;
  private boolean may;

  /** What is known of a record like this one, or null; its first line ends at {@code head}. */
  @Nullable V look(byte[] b, int from, int head, int to) {
    may = scan.timed(b, from, head) && plain(b, head, to) && !secrets.in(b, from, to);
    if (!may) {
      return null;
    }
    id = Skeleton.streamId(b, from, to);
    key = Skeleton.of(b, from, to) + (id < 0 ? 0 : 1);
    return known.get(key);
  }

  /** Whether further lines are ASCII without colours. */
  private static boolean plain(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean end = b[i] == '\r' && b[i + 1] == '\n';
      if (b[i] < ' ' && b[i] != '\n' && b[i] != '\t' && !end) {
        return false;
      }
    }
    return true;
  }

  /** The time of the line that was looked at. */
  long millis() {
    return scan.millis();
  }

  /** The stream id in the line that was looked at, or null. */
  @Nullable String streamId(byte[] b) {
    if (id < 0) {
      return null;
    }
    int from = (int) (id >>> 32);
    return new String(b, from, (int) id - from, StandardCharsets.ISO_8859_1);
  }

  /** Whether what was made of the record that was looked at would be made of all like it. */
  boolean typical(byte[] b, List<LogEvent> read) {
    LogEvent first = read.get(0);
    return may
        && first.time() != null
        && first.time().at().toEpochMilli() == scan.millis()
        && first.stack() == null
        && first.level() != LogLevel.FATAL
        && Objects.equals(first.streamId(), streamId(b))
        && read.stream()
            .skip(1)
            .allMatch(line -> line.time() == null && !line.format().structured());
  }

  /** Remembers it. */
  void learn(V made) {
    if (known.size() >= LIMIT) {
      known.clear();
    }
    known.put(key, made);
  }
}
