package io.streamsmonitor.agents.source;

import io.streamsmonitor.core.finding.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a name that code uses: its value, or where the value comes from. */
public sealed interface NameValue {

  /** The text, where code alone fixes it. */
  record Const(String text) implements NameValue {}

  /** A text with holes, such as {@code orders:*}. */
  record Template(String pattern) implements NameValue {}

  /**
   * What whoever starts the program sets: a key of configuration or an argument; {@code value} and
   * {@code at} where the configuration holds it.
   */
  record Setting(
      String key, @Nullable String fallback, @Nullable String value, @Nullable Location at)
      implements NameValue {}

  /** An environment variable. */
  record Env(String name, @Nullable String fallback) implements NameValue {}

  /** One of several. */
  record OneOf(List<NameValue> options) implements NameValue {
    public OneOf {
      options = List.copyOf(options);
    }
  }

  /** Not known, and why. */
  record Unknown(String reason) implements NameValue {}

  /** The one text it stands for, where that is certain enough to compare with others. */
  default Optional<String> resolved() {
    if (this instanceof Const c) {
      return Optional.of(c.text());
    }
    if (this instanceof Setting c) {
      return Optional.ofNullable(c.value() != null ? c.value() : c.fallback());
    }
    if (this instanceof Env e) {
      return Optional.ofNullable(e.fallback());
    }
    return Optional.empty();
  }
}
