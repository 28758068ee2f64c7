package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records that a file is reduced to, as they are told apart in bytes. */
final class FactBytes {
  static final int NULL = 0;
  static final int SEEN = 1;
  static final int TEXT = 2;
  static final int NUMBER = 3;
  static final int NO = 4;
  static final int YES = 5;
  static final int LIST = 6;
  static final int SET = 7;
  static final int MAP = 8;
  static final int BODY = 9;
  static final int KIND = 16;

  private static final List<Shape> SHAPES =
      Stream.concat(
              Stream.of(
                  TypeFacts.class,
                  TypeFacts.Field.class,
                  TypeFacts.Kind.class,
                  MethodFacts.class,
                  MethodFacts.Contents.class,
                  MethodFacts.Param.class,
                  MethodFacts.Local.class,
                  MethodFacts.Assignment.class,
                  MethodFacts.Name.class,
                  MethodFacts.Jump.class,
                  MethodFacts.Jump.Kind.class,
                  Block.class,
                  Block.Kind.class,
                  Note.class),
              Arrays.stream(Expr.class.getPermittedSubclasses()))
          .map(Shape::of)
          .toList();

  private static final Map<Class<?>, Integer> CODES = new HashMap<>();

  static {
    for (int i = 0; i < SHAPES.size(); i++) {
      CODES.put(SHAPES.get(i).type(), KIND + i);
    }
  }

  static final Shape CONTENTS = shape(code(MethodFacts.Contents.class));

  private FactBytes() {}

  /** Changes whenever a record or a constant does: what was written before is then of no use. */
  static String schema() {
    List<String> all = new ArrayList<>();
    for (Shape shape : SHAPES) {
      all.add(shape.type().getName());
      if (shape.type().isEnum()) {
        all.add(Arrays.toString(shape.type().getEnumConstants()));
      } else {
        for (RecordComponent c : shape.type().getRecordComponents()) {
          all.add(c.getName() + " " + c.getGenericType());
        }
      }
    }
    return String.join("\n", all);
  }

  static int code(Object value) {
    return code(value instanceof Enum<?> e ? e.getDeclaringClass() : value.getClass());
  }

  private static int code(Class<?> type) {
    Integer code = CODES.get(type);
    if (code == null) {
      throw new IllegalArgumentException("no fact is a " + type.getName());
    }
    return code;
  }

  static Shape shape(int code) {
    return SHAPES.get(code - KIND);
  }

  /** A record, with how it is taken apart and made; or an enum. */
  record Shape(Class<?> type, List<Method> parts, List<Constructor<?>> maker) {
    private static Shape of(Class<?> type) {
      if (type.isEnum()) {
        return new Shape(type, List.of(), List.of());
      }
      RecordComponent[] parts = type.getRecordComponents();
      try {
        Class<?>[] types =
            Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return new Shape(
            type,
            Arrays.stream(parts).map(RecordComponent::getAccessor).toList(),
            List.of(type.getDeclaredConstructor(types)));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every record has its constructor: " + type, e);
      }
    }

    int number(Object constant) {
      return Arrays.asList(type.getEnumConstants()).indexOf(constant);
    }

    Object constant(int n) {
      return type.getEnumConstants()[n];
    }

    @Nullable Object part(int n, Object of) {
      try {
        return parts.get(n).invoke(of);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("cannot take " + type + " apart", e);
      }
    }

    Object made(@Nullable Object[] from) {
      try {
        return maker.get(0).newInstance(from);
      } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
        throw new IllegalArgumentException("cannot make " + type, e);
      }
    }
  }
}
