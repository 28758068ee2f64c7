package io.streamsmonitor.core.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From the label in a runner's prefix to the name of a service. */
final class ServiceNames {
  private static final Set<String> TASKS =
      Set.of("npm", "pnpm", "yarn", "run", "dev", "start", "serve", "watch", "service", "prod");
  private static final Pattern GENERIC_END =
      Pattern.compile("[-_](service|svc|server|app|api|worker)$");
  private static final Pattern INSTANCE = Pattern.compile("[-_.]\\d{1,3}$");
  private static final Pattern NO_SERVICE =
      Pattern.compile(
          "(?i)trace|debug|info|information|notice|log|warn|warning|wrn|err|error|fatal|crit|critical"
              + "|severe|panic|alert|emerg|verbose|fine|finer|finest|config|stdout|stderr|out|ok|fail"
              + "|main|system|root|default|null|undefined|nodemon|vite|webpack.*|hmr|tsx|ts-node|nest"
              + "|babel|esbuild|npm|yarn|pnpm|turbo|concurrently|docker|compose|time|pid.*"
              + "|.*(thread|exec|pool|scheduler|nio|executor|eventloop|lettuce).*|https?:.*");
  private static final Pattern NAME = Pattern.compile("[\\w@][\\w.@/:-]{0,79}");
  private static final Pattern LETTER = Pattern.compile("[a-z]");

  private final Map<String, String> known = new LinkedHashMap<>();
  private final Map<String, @Nullable String> byBase = new LinkedHashMap<>();

  ServiceNames(Collection<String> names) {
    for (String name : names) {
      known.put(key(name), name);
    }
    for (String name : names) {
      String base = base(key(name));
      byBase.put(base, byBase.containsKey(base) ? null : name);
    }
  }

  boolean anyKnown() {
    return !known.isEmpty();
  }

  /** The known service that the label means, or null. */
  @Nullable String known(String label) {
    String plain = key(plain(utf8(label)));
    String single = INSTANCE.matcher(plain).replaceFirst("");
    for (String key : List.of(key(utf8(label)), plain, single)) {
      if (known.containsKey(key)) {
        return known.get(key);
      }
    }
    String base = byBase.get(base(single));
    return base != null ? base : endOf(single);
  }

  /** Compose puts the name of the project before that of the service. */
  private @Nullable String endOf(String label) {
    String best = null;
    for (Map.Entry<String, String> entry : known.entrySet()) {
      boolean fits = label.endsWith("-" + entry.getKey()) || label.endsWith("_" + entry.getKey());
      if (fits && (best == null || entry.getValue().length() > best.length())) {
        best = entry.getValue();
      }
    }
    return best;
  }

  /** The name that an unknown label gives to a service; null where it can be none. */
  static @Nullable String unknown(String label) {
    String name = plain(utf8(label));
    boolean name1 = NAME.matcher(name).matches() && LETTER.matcher(name).find();
    return name1 && !NO_SERVICE.matcher(name).matches() ? name : null;
  }

  /** Without scope, folder and the names of tasks: {@code @acme/orders:dev} is {@code orders}. */
  private static String plain(String label) {
    String rest = label.substring(label.lastIndexOf('/') + 1);
    StringBuilder name = new StringBuilder();
    for (String part : rest.split(":", -1)) {
      if (!part.isEmpty() && !TASKS.contains(part)) {
        name.append(name.isEmpty() ? "" : ":").append(part);
      }
    }
    return name.isEmpty() ? rest : name.toString();
  }

  private static String base(String key) {
    return GENERIC_END.matcher(key).replaceFirst("");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
