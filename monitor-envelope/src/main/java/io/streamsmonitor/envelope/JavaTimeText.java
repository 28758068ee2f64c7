package io.streamsmonitor.envelope;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** The usual java.time types as ISO-8601 text, without the need for another Jackson module. */
final class JavaTimeText<T> extends FromStringDeserializer<T> {
  private static final long serialVersionUID = 1;

  private final transient Function<CharSequence, T> parse;

  private JavaTimeText(Class<T> type, Function<CharSequence, T> parse) {
    super(type);
    this.parse = parse;
  }

  static SimpleModule module() {
    SimpleModule module = new SimpleModule("java.time as text");
    add(module, Instant.class, Instant::parse);
    add(module, OffsetDateTime.class, OffsetDateTime::parse);
    add(module, LocalDate.class, LocalDate::parse);
    add(module, LocalDateTime.class, LocalDateTime::parse);
    add(module, Duration.class, Duration::parse);
    return module;
  }

  private static <T> void add(SimpleModule module, Class<T> type, Function<CharSequence, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new JavaTimeText<>(type, parse));
  }

  @Override
  protected T _deserialize(String value, DeserializationContext context) {
    return parse.apply(value);
  }
}
