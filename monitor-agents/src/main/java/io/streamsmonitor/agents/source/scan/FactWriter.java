package io.streamsmonitor.agents.source.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one file's records; what is shared among them is written once. */
final class FactWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
  private final IdentityHashMap<Object, Integer> records = new IdentityHashMap<>();
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private int count;

  private FactWriter() {}

  static FactWriter of(Object fact) {
    FactWriter writer = new FactWriter();
    writer.value(fact);
    return writer;
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** Every text among the facts, a line each. */
  String texts() {
    return String.join("\n", texts.keySet());
  }

  private void value(@Nullable Object v) {
    if (v == null) {
      out.write(FactBytes.NULL);
    } else if (v instanceof Integer i) {
      out.write(FactBytes.NUMBER);
      number(i);
    } else if (v instanceof Boolean b) {
      out.write(b ? FactBytes.YES : FactBytes.NO);
    } else if (v instanceof String s) {
      text(s);
    } else if (v instanceof Map<?, ?> m) {
      head(FactBytes.MAP, m.size());
      m.forEach(
          (key, of) -> {
            value(key);
            value(of);
          });
    } else if (v instanceof Collection<?> c) {
      head(c instanceof Set ? FactBytes.SET : FactBytes.LIST, c.size());
      c.forEach(this::value);
    } else if (v instanceof Enum<?> e) {
      out.write(FactBytes.code(e));
      text(e.name());
    } else {
      record(v);
    }
  }

  private void text(String s) {
    Integer seen = texts.putIfAbsent(s, count);
    if (seen != null) {
      head(FactBytes.SEEN, seen);
      return;
    }
    count++;
    if (s.chars().allMatch(c -> c < 256)) {
      byte[] bytes = s.getBytes(StandardCharsets.ISO_8859_1);
      head(FactBytes.TEXT, bytes.length);
      out.writeBytes(bytes);
    } else {
      // Half a surrogate pair is legal in a source; no charset carries it.
      head(FactBytes.WIDE, s.length());
      s.chars().forEach(this::number);
    }
  }

  private void record(Object v) {
    Integer seen = records.get(v);
    if (seen != null) {
      head(FactBytes.SEEN, seen);
      return;
    }
    int code = FactBytes.code(v);
    FactBytes.Shape shape = FactBytes.shape(code);
    out.write(code);
    List<?> parts = shape.parts();
    for (int i = 0; i < parts.size(); i++) {
      value(shape.part(i, v));
    }
    records.put(v, count++);
  }

  private void head(int tag, int size) {
    out.write(tag);
    number(size);
  }

  private void number(int n) {
    int rest = n;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
