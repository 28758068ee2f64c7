package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.MethodFacts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one part of what {@link FactWriter} wrote. */
final class FactInput {
  private final PackedFile file;
  private final ByteBuffer in;
  private final int[] texts;
  private final List<Object> seen = new ArrayList<>();
  private int at;

  FactInput(PackedFile file, ByteBuffer in, int start) {
    this.file = file;
    this.in = in;
    this.at = start;
    this.texts = new int[number()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = number();
    }
  }

  MethodFacts.Contents contents() {
    FactBytes.Shape shape = FactBytes.CONTENTS;
    return (MethodFacts.Contents) shape.made(parts(shape));
  }

  String text() {
    return String.valueOf(value());
  }

  boolean yes() {
    return Boolean.TRUE.equals(value());
  }

  <T> List<T> list(Class<T> of) {
    return ((List<?>) present()).stream().map(of::cast).toList();
  }

  <T> @Nullable T optional(Class<T> of) {
    return of.cast(value());
  }

  private @Nullable Object value() {
    int tag = in.get(at++);
    return switch (tag) {
      case FactBytes.NULL -> null;
      case FactBytes.SEEN -> seen.get(number());
      case FactBytes.TEXT -> file.text(texts[number()]);
      case FactBytes.NUMBER -> number();
      case FactBytes.NO -> false;
      case FactBytes.YES -> true;
      case FactBytes.LIST -> List.of(present(number()));
      case FactBytes.SET -> Set.of(present(number()));
      case FactBytes.MAP -> map();
      case FactBytes.BODY -> file.body(number());
      default -> shaped(FactBytes.shape(tag));
    };
  }

  private Object shaped(FactBytes.Shape shape) {
    if (shape.type().isEnum()) {
      return shape.constant(number());
    }
    Object made = shape.made(parts(shape));
    seen.add(made);
    return made;
  }

  private @Nullable Object[] parts(FactBytes.Shape shape) {
    @Nullable Object[] parts = new @Nullable Object[shape.parts().size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = value();
    }
    return parts;
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
      int b = in.get(at++);
      n |= (b & 0x7f) << shift;
      if (b >= 0) {
        return n;
      }
    }
  }
}
