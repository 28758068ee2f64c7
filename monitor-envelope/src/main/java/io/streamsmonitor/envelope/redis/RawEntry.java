package io.streamsmonitor.envelope.redis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stream entry as it came, undecoded: most of it is nobody's business here. */
public final class RawEntry implements RawFields {
  private static final byte[] NOTHING = {};

  private final byte[] id;
  private final List<?> namesAndValues;

  /**
   * @param id as it stands in the reply
   * @param body names and values in turn; no list when the entry is no longer stored
   */
  RawEntry(byte[] id, @Nullable Object body) {
    this.id = id;
    this.namesAndValues = body instanceof List<?> list ? list : List.of();
  }

  public byte[] id() {
    return id;
  }

  @Override
  public int fields() {
    return namesAndValues.size() / 2;
  }

  @Override
  public byte[] name(int at) {
    return bytes(2 * at);
  }

  @Override
  public byte[] value(int at) {
    return bytes(2 * at + 1);
  }

  /** The entry as text. */
  public Entry decoded() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < fields(); i++) {
      fields.put(Replies.text(name(i)), Replies.text(value(i)));
    }
    return new Entry(Replies.text(id), fields);
  }

  private byte[] bytes(int at) {
    return namesAndValues.get(at) instanceof byte[] raw ? raw : NOTHING;
  }
}
