package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.redis.RawFields;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands in one entry, sorted; used again from entry to entry, by one thread at a time. */
final class WireFields {
  private final byte[] @Nullable [] values = new byte[WireField.COUNT][];
  private final @Nullable WireField[] usual = new @Nullable WireField[16];
  private byte[][] others = new byte[8][];
  private int otherCount;
  private int present;

  void clear() {
    Arrays.fill(values, null);
    present = 0;
    otherCount = 0;
  }

  void put(WireField field, byte[] value) {
    values[field.place] = value;
    present |= field.bit;
  }

  void read(RawFields entry) {
    clear();
    int fields = entry.fields();
    if (fields > others.length) {
      others = new byte[fields][];
    }
    for (int i = 0; i < fields; i++) {
      byte[] name = entry.name(i);
      WireField field = field(i, name);
      if (field == null) {
        others[otherCount++] = name;
      } else {
        put(field, entry.value(i));
      }
    }
  }

  /** Entries of one origin have the same fields in the same places. */
  private @Nullable WireField field(int at, byte[] name) {
    WireField before = at < usual.length ? usual[at] : null;
    if (before != null && Arrays.equals(before.bytes, name)) {
      return before;
    }
    WireField field = WireField.named(name);
    if (at < usual.length) {
      usual[at] = field;
    }
    return field;
  }

  /** Whether all six fields are there that every event must carry. */
  boolean isComplete() {
    return (present & WireField.REQUIRED) == WireField.REQUIRED;
  }

  boolean has(WireField field) {
    return (present & field.bit) != 0;
  }

  byte @Nullable [] value(WireField field) {
    return values[field.place];
  }

  /** As {@link #value}; {@code null} also for one that is empty. */
  byte @Nullable [] text(WireField field) {
    byte[] value = value(field);
    return value == null || value.length == 0 ? null : value;
  }

  /** How many fields are the service's own. */
  int others() {
    return otherCount;
  }

  /** Name of one of them. */
  byte[] other(int at) {
    return others[at];
  }
}
