package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.CodeFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FactWriter} wrote. */
final class FactInput {
  private final ByteBuffer in;
  private final List<Object> seen = new ArrayList<>();

  private FactInput(ByteBuffer in) {
    this.in = in;
  }

  /** The file, or null where the bytes are none. */
  static @Nullable CodeFile file(ByteBuffer bytes) {
    try {
      return new FactInput(bytes.duplicate()).value() instanceof CodeFile file ? file : null;
    } catch (StackOverflowError | RuntimeException e) {
      return null;
    }
  }

  private @Nullable Object value() {
    int tag = in.get();
    return switch (tag) {
      case FactBytes.NULL -> null;
      case FactBytes.SEEN -> seen.get(number());
      case FactBytes.TEXT -> text();
      case FactBytes.WIDE -> wide();
      case FactBytes.NUMBER -> number();
      case FactBytes.NO -> false;
      case FactBytes.YES -> true;
      case FactBytes.LIST -> list();
      case FactBytes.SET -> set();
      case FactBytes.MAP -> map();
      default -> shaped(FactBytes.shape(tag));
    };
  }

  private Object shaped(FactBytes.Shape shape) {
    if (shape.type().isEnum()) {
      return shape.constant(String.valueOf(value()));
    }
    @Nullable Object[] parts = new @Nullable Object[shape.parts().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = value();
    }
    Object made = shape.made(parts);
    seen.add(made);
    return made;
  }

  private String text() {
    int size = number();
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), size, StandardCharsets.ISO_8859_1);
    in.position(in.position() + size);
    seen.add(text);
    return text;
  }

  private String wide() {
    int size = number();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append((char) number());
    }
    seen.add(text.toString());
    return text.toString();
  }

  private List<Object> list() {
    return List.of(present(number()));
  }

  private Set<Object> set() {
    return Set.of(present(number()));
  }

  private Map<Object, Object> map() {
    int size = number();
    Map<Object, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      Object key = present();
      all.put(key, present());
    }
    return all;
  }

  private Object[] present(int size) {
    Object[] all = new Object[size];
    for (int i = 0; i < size; i++) {
      all[i] = present();
    }
    return all;
  }

  private Object present() {
    Object value = value();
    if (value == null) {
      throw new IllegalArgumentException("a collection of facts holds no null");
    }
    return value;
  }

  private int number() {
    int n = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.get();
      n |= (b & 0x7f) << shift;
      if (b >= 0) {
        return n;
      }
    }
  }
}
