package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.core.finding.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The value of a key as a service sees it: the environment wins over the profile's file, that over
 * the service's, that over the fleet's. Keys are compared by relaxed binding ({@code
 * SPRING_REDIS_HOST} is {@code spring.redis.host}), placeholders are expanded. Where sources of one
 * rank contradict each other there is no value: wrong is worse than unknown.
 */
public final class Settings implements ConfigValues {
  private static final int NESTING_LIMIT = 12;

  private record Ranked(int rank, String value, Location at) {}

  private final Map<String, Map<String, List<Ranked>>> byService = new LinkedHashMap<>();

  private final ServiceMap owners;

  public Settings(ConfigSources sources, ServiceMap owners) {
    this.owners = owners;
    for (EnvSetting setting : sources.env()) {
      boolean sets = setting.kind() != SourceKind.TEMPLATE && setting.stage().isEmpty();
      if (sets && setting.value() != null) {
        int rank = setting.kind() == SourceKind.DOCKERFILE ? 3 : 1;
        put(setting.service(), setting.name(), new Ranked(rank, setting.value(), setting.at()));
      }
    }
    for (ConfigDocument document : sources.documents()) {
      if (document.profile().isEmpty()) {
        boolean spring = document.kind() == SourceKind.APPLICATION;
        for (ConfigEntry entry : document.entries()) {
          Ranked value = new Ranked(spring ? 5 : 7, entry.value(), entry.at());
          put(document.service(), entry.key(), value);
        }
      }
    }
  }

  private void put(String service, String key, Ranked value) {
    byService
        .computeIfAbsent(service, s -> new LinkedHashMap<>())
        .computeIfAbsent(relaxed(key), k -> new ArrayList<>())
        .add(value);
  }

  @Override
  public Optional<Located> value(String service, String key) {
    return value(service, key, 0);
  }

  @Override
  public Optional<Located> valueAt(String path, String service, String key) {
    String owner = service.isEmpty() ? owners.of(path) : service;
    return value(owner, key).or(() -> value(service, key));
  }

  /** The text with every placeholder expanded; empty where one has neither value nor default. */
  public Optional<String> expand(String service, String text) {
    return expand(service, text, 0);
  }

  private Optional<Located> value(String service, String key, int depth) {
    List<Ranked> found = new ArrayList<>(ranked(service, key, 0));
    if (!service.isEmpty()) {
      found.addAll(ranked("", key, 1));
    } else if (found.isEmpty()) {
      byService.keySet().forEach(s -> found.addAll(ranked(s, key, 0)));
    }
    int best = found.stream().mapToInt(Ranked::rank).min().orElse(0);
    List<Ranked> first = found.stream().filter(r -> r.rank() == best).toList();
    if (first.isEmpty() || first.stream().map(Ranked::value).distinct().count() > 1) {
      return Optional.empty();
    }
    Ranked one = first.get(0);
    return expand(service, one.value(), depth).map(text -> new Located(text, one.at()));
  }

  private List<Ranked> ranked(String service, String key, int behind) {
    return Stream.ofNullable(byService.get(service))
        .flatMap(keys -> keys.getOrDefault(relaxed(key), List.of()).stream())
        .map(r -> new Ranked(r.rank() + behind, r.value(), r.at()))
        .toList();
  }

  private Optional<String> expand(String service, String text, int depth) {
    int open = text.indexOf("${");
    if (open < 0) {
      return Optional.of(text);
    }
    int close = closing(text, open + 2);
    if (close < 0 || depth > NESTING_LIMIT) {
      return Optional.empty();
    }
    String inside = text.substring(open + 2, close);
    int colon = inside.indexOf(':');
    String key = colon < 0 ? inside : inside.substring(0, colon);
    Optional<String> value = value(service, key, depth + 1).map(Located::text);
    if (value.isEmpty() && colon >= 0) {
      String fallback = inside.substring(colon + 1);
      value =
          expand(service, fallback.startsWith("-") ? fallback.substring(1) : fallback, depth + 1);
    }
    return value.flatMap(
        v -> expand(service, text.substring(0, open) + v + text.substring(close + 1), depth + 1));
  }

  private static int closing(String text, int from) {
    int depth = 1;
    for (int i = from; i < text.length(); i++) {
      if (text.startsWith("${", i)) {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String relaxed(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
