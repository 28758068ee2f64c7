package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.Name;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The same bytes give the same Name, and the same field names the same list: a look sees the same
 * thousands of them every time.
 */
final class Names {
  private static final int LIMIT = 500_000;

  private static final class Key {
    private final byte[] bytes;
    private final int hash;

    Key(byte[] bytes) {
      this.bytes = bytes;
      this.hash = Arrays.hashCode(bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }
  }

  private final Map<Key, Name> known = new HashMap<>();
  private final Map<List<String>, List<String>> shapes = new HashMap<>();
  private byte[] lastBytes = new byte[0];
  private Name last = Name.of(lastBytes);

  /** The name in a part of the bytes; mostly the one asked for last. */
  Name of(byte[] bytes, int from, int length) {
    if (!Arrays.equals(bytes, from, from + length, lastBytes, 0, lastBytes.length)) {
      lastBytes = Arrays.copyOfRange(bytes, from, from + length);
      last = of(lastBytes);
    }
    return last;
  }

  /** The same list of field names for every entry that has it. */
  List<String> shape(List<String> fields) {
    if (shapes.size() > LIMIT) {
      shapes.clear();
    }
    return shapes.computeIfAbsent(fields, List::copyOf);
  }

  Name of(byte[] bytes) {
    if (known.size() > LIMIT) {
      known.clear();
    }
    return known.computeIfAbsent(new Key(bytes), key -> Name.of(key.bytes));
  }
}
