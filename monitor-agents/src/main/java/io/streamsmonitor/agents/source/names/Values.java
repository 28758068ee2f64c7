package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.NameValue.Const;
import io.streamsmonitor.agents.source.NameValue.Env;
import io.streamsmonitor.agents.source.NameValue.OneOf;
import io.streamsmonitor.agents.source.NameValue.Setting;
import io.streamsmonitor.agents.source.NameValue.Template;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sums of values: of several ways to one name, and of the parts of one text. */
final class Values {
  private static final int MOST_OPTIONS = 16;

  /** What a variable is given that is given its own value; it adds nothing to the others. */
  static final NameValue ITSELF = new Unknown("given only its own value");

  private Values() {}

  /** Any of them; unknown as soon as one of them is. */
  static NameValue any(List<NameValue> values) {
    Set<NameValue> flat = new LinkedHashSet<>();
    for (NameValue value : values) {
      if (value instanceof OneOf o) {
        flat.addAll(o.options());
      } else {
        flat.add(value);
      }
    }
    if (flat.size() > 1) {
      flat.remove(ITSELF);
    }
    for (NameValue value : flat) {
      if (value instanceof Unknown) {
        return value;
      }
    }
    if (flat.isEmpty() || flat.size() > MOST_OPTIONS) {
      return new Unknown(flat.isEmpty() ? "never given a value" : "too many values");
    }
    return flat.size() == 1 ? flat.iterator().next() : new OneOf(List.copyOf(flat));
  }

  /** The first, or the second where the first is absent at run time. */
  static NameValue orElse(NameValue first, NameValue second) {
    String fallback = second.resolved().orElse(null);
    if (fallback != null && first instanceof Env e && e.fallback() == null) {
      return new Env(e.name(), fallback);
    }
    if (fallback != null && first instanceof Setting c && c.fallback() == null) {
      return new Setting(c.key(), fallback, c.value(), c.at());
    }
    return any(List.of(first, second));
  }

  /** One of two alternatives, of which one may be what is taken where the other is absent. */
  static NameValue either(List<NameValue> options) {
    if (options.size() == 2) {
      NameValue a = options.get(0);
      NameValue b = options.get(1);
      if (outside(a) && b instanceof Const) {
        return orElse(a, b);
      }
      if (outside(b) && a instanceof Const) {
        return orElse(b, a);
      }
    }
    return any(options);
  }

  /** What a variable holds that starts as the first and is set to the second. */
  static NameValue given(NameValue initial, NameValue later) {
    return initial instanceof Const && outside(later)
        ? orElse(later, initial)
        : any(List.of(initial, later));
  }

  /** One of the entries of a setting that lists several. */
  static NameValue part(NameValue list) {
    String text = list.resolved().orElse("");
    if (list instanceof Setting c && text.contains(",")) {
      return any(
          Arrays.stream(text.split(","))
              .map(String::strip)
              .filter(t -> !t.isEmpty())
              .<NameValue>map(t -> new Setting(c.key(), null, t, c.at()))
              .toList());
    }
    return outside(list) && !text.contains(",") ? list : new Unknown("an element of a collection");
  }

  static boolean outside(NameValue value) {
    return value instanceof Env || value instanceof Setting;
  }

  /** The texts one after the other. */
  static NameValue join(List<NameValue> parts) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof OneOf o && ways(parts) <= MOST_OPTIONS) {
        List<NameValue> one = new ArrayList<>(parts);
        List<NameValue> all = new ArrayList<>();
        for (NameValue option : o.options()) {
          one.set(i, option);
          all.add(join(one));
        }
        return any(all);
      }
    }
    if (parts.stream().allMatch(p -> p instanceof Const)) {
      StringBuilder all = new StringBuilder();
      parts.forEach(p -> all.append(((Const) p).text()));
      return new Const(all.toString());
    }
    List<NameValue> outside = parts.stream().filter(Values::outside).toList();
    Optional<String> whole = whole(parts);
    if (whole.isPresent() && !outside.isEmpty()) {
      return outside.get(0) instanceof Setting c
          ? new Setting(c.key(), null, whole.get(), c.at())
          : new Env(((Env) outside.get(0)).name(), whole.get());
    }
    StringBuilder pattern = new StringBuilder();
    parts.forEach(
        p -> pattern.append(p instanceof Template t ? t.pattern() : p.resolved().orElse("*")));
    String text = pattern.toString().replaceAll("\\*+", "*");
    return text.equals("*") ? new Unknown("a text put together at run time") : new Template(text);
  }

  private static int ways(List<NameValue> parts) {
    return parts.stream()
        .mapToInt(p -> p instanceof OneOf o ? o.options().size() : 1)
        .reduce(1, (a, b) -> Math.min(a * b, MOST_OPTIONS + 1));
  }

  private static Optional<String> whole(List<NameValue> parts) {
    List<String> texts = new ArrayList<>();
    for (NameValue part : parts) {
      Optional<String> text = part.resolved();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(String.join("", texts));
  }
}
