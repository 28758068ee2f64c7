package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.MethodFacts;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a file says: its texts, in the order of their hash codes, then parts that name texts
 * by number: the file without what stands in its methods, and each method's body, so that one can
 * be read without the others.
 */
final class FactWriter {
  /** Without one of these nothing in a file sounds like a secret. */
  private static final List<String> SECRETS =
      List.of(
          "passw",
          "secret",
          "api_key",
          "apikey",
          "access_key",
          "accesskey",
          "private_key",
          "privatekey",
          "token",
          "credential",
          "\nauth\n",
          "setauth",
          "://");

  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();

  private FactWriter() {}

  static FactWriter of(CodeFile file) {
    FactWriter writer = new FactWriter();
    Part head = writer.part();
    head.value(file.path());
    head.value(file.test());
    head.value(file.pkg());
    head.value(file.imports());
    head.value(file.types());
    head.value(file.gap());
    return writer;
  }

  /** Every text among the facts. */
  Set<String> texts() {
    return Collections.unmodifiableSet(texts.keySet());
  }

  /** As {@link PackedFile} reads it. */
  byte[] bytes() {
    List<String> sorted = new ArrayList<>(texts.keySet());
    sorted.sort(Comparator.<String>comparingInt(String::hashCode).thenComparing(t -> t));
    int[] places = new int[sorted.size()];
    List<byte[]> written = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      places[texts.getOrDefault(sorted.get(i), 0)] = i;
      written.add(bytes(sorted.get(i)));
    }
    List<byte[]> bodies = parts.stream().map(p -> p.bytes(places)).toList();
    ByteBuffer out =
        ByteBuffer.allocate(
            1 + (2 + 2 * written.size() + bodies.size() + 1) * 4 + size(written) + size(bodies));
    out.put((byte) (soundsSecret() ? 1 : 0)).putInt(written.size()).putInt(bodies.size());
    sorted.forEach(text -> out.putInt(text.hashCode()));
    int end = 0;
    for (int i = 0; i < written.size(); i++) {
      end += written.get(i).length;
      out.putInt(isNarrow(sorted.get(i)) ? end : ~end);
    }
    for (byte[] body : bodies) {
      end += body.length;
      out.putInt(end);
    }
    written.forEach(out::put);
    bodies.forEach(out::put);
    return Arrays.copyOf(out.array(), out.position());
  }

  private boolean soundsSecret() {
    String all = '\n' + String.join("\n", texts.keySet()).toLowerCase(Locale.ROOT) + '\n';
    return SECRETS.stream().anyMatch(all::contains);
  }

  private static int size(List<byte[]> all) {
    return all.stream().mapToInt(bytes -> bytes.length).sum();
  }

  private static boolean isNarrow(String text) {
    return text.chars().allMatch(c -> c < 256);
  }

  /** Half a surrogate pair is legal in a source; no charset carries it. */
  private static byte[] bytes(String text) {
    if (isNarrow(text)) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    ByteBuffer wide = ByteBuffer.allocate(text.length() * Character.BYTES);
    wide.asCharBuffer().put(text);
    return wide.array();
  }

  private Part part() {
    Part part = new Part();
    parts.add(part);
    return part;
  }

  /** Records that share texts and each other. */
  private final class Part {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, Integer> own = new LinkedHashMap<>();
    private final IdentityHashMap<Object, Integer> records = new IdentityHashMap<>();

    /** The numbers of its texts, then the records, which count these. */
    byte[] bytes(int[] places) {
      ByteArrayOutputStream all = new ByteArrayOutputStream(out.size() + own.size() * 2 + 2);
      number(all, own.size());
      own.keySet().forEach(text -> number(all, places[texts.getOrDefault(text, 0)]));
      all.writeBytes(out.toByteArray());
      return all.toByteArray();
    }

    void value(@Nullable Object v) {
      if (v == null) {
        out.write(FactBytes.NULL);
      } else if (v instanceof Integer i) {
        head(FactBytes.NUMBER, i);
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
        int code = FactBytes.code(e);
        head(code, FactBytes.shape(code).number(e));
      } else if (v instanceof MethodFacts.MethodBody body) {
        head(FactBytes.BODY, parts.size());
        part().parts(body.contents());
      } else {
        record(v);
      }
    }

    private void text(String s) {
      texts.putIfAbsent(s, texts.size());
      head(FactBytes.TEXT, own.computeIfAbsent(s, text -> own.size()));
    }

    private void record(Object v) {
      Integer seen = records.get(v);
      if (seen != null) {
        head(FactBytes.SEEN, seen);
        return;
      }
      out.write(FactBytes.code(v));
      parts(v);
      records.put(v, records.size());
    }

    private void parts(Object v) {
      FactBytes.Shape shape = FactBytes.shape(FactBytes.code(v));
      for (int i = 0; i < shape.parts().size(); i++) {
        value(shape.part(i, v));
      }
    }

    private void head(int tag, int size) {
      out.write(tag);
      number(out, size);
    }
  }

  private static void number(ByteArrayOutputStream out, int n) {
    int rest = n;
    while ((rest & ~0x7f) != 0) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
