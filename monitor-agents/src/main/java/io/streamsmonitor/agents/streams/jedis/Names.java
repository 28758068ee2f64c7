package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.Name;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The same bytes give the same Name: a look sees the same thousands of names every time. */
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

  Name of(byte[] bytes) {
    if (known.size() > LIMIT) {
      known.clear();
    }
    return known.computeIfAbsent(new Key(bytes), key -> Name.of(key.bytes));
  }
}
