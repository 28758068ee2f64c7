package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.model.Name;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which streams are watched: those that match a pattern and no exclude. Patterns are Redis' own
 * globs ({@code * ? [a-z] [^a] \x}) and match bytes, as the server's do.
 */
public final class StreamFilter {
  /** Every stream. */
  public static final StreamFilter ALL = of(List.of("*"), List.of());

  private final List<String> globs;
  private final List<Pattern> patterns;
  private final List<Pattern> excludes;

  private StreamFilter(List<String> globs, List<String> excludes) {
    this.globs = globs.isEmpty() ? List.of("*") : List.copyOf(globs);
    this.patterns = this.globs.stream().map(StreamFilter::compile).toList();
    this.excludes = excludes.stream().map(StreamFilter::compile).toList();
  }

  /** No pattern at all means every stream. */
  public static StreamFilter of(List<String> patterns, List<String> excludes) {
    return new StreamFilter(patterns, excludes);
  }

  public boolean watches(Name name) {
    if (excludes.isEmpty() && globs.contains("*")) {
      return true;
    }
    String bytes = new String(name.bytes(), StandardCharsets.ISO_8859_1);
    return matches(patterns, bytes) && !matches(excludes, bytes);
  }

  /** The one glob that the server itself may apply, or {@code *}. */
  public String serverSide() {
    return globs.size() == 1 ? globs.get(0) : "*";
  }

  private static boolean matches(List<Pattern> any, String bytes) {
    return any.stream().anyMatch(p -> p.matcher(bytes).matches());
  }

  private static Pattern compile(String glob) {
    String g = new String(glob.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < g.length(); i++) {
      char c = g.charAt(i);
      int close = c == '[' ? g.indexOf(']', i + 1) : -1;
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (close > i + 1) {
        regex.append(charClass(g.substring(i + 1, close)));
        i = close;
      } else {
        i += c == '\\' && i + 1 < g.length() ? 1 : 0;
        regex.append(Pattern.quote(String.valueOf(g.charAt(i))));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String charClass(String inside) {
    boolean not = inside.startsWith("^");
    String set = (not ? inside.substring(1) : inside).replaceAll("([\\[\\]\\\\&^])", "\\\\$1");
    return (not ? "[^" : "[") + set + "]";
  }
}
