package io.streamsmonitor.cli.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What there is to say of each rule beyond what the rule itself knows: {@code rules.txt}. */
public final class Explanations {
  /**
   * One rule's.
   *
   * @param alarm when it is no fault; empty where nothing was written
   * @param example what it looks like, or the code before and after; empty likewise
   */
  public record Explanation(String alarm, String example) {
    static final Explanation NONE = new Explanation("", "");
  }

  private final Map<String, Explanation> byRule = new LinkedHashMap<>();

  private Explanations() {}

  public static Explanations read() {
    Explanations all = new Explanations();
    try (InputStream in =
            Objects.requireNonNull(Explanations.class.getResourceAsStream("rules.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String rule = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rule = line.startsWith("[") ? line.substring(1, line.length() - 1) : rule;
        all.take(rule, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private void take(String rule, String line) {
    Explanation known = byRule.getOrDefault(rule, Explanation.NONE);
    if (line.startsWith("alarm: ")) {
      byRule.put(rule, new Explanation(line.substring(7), known.example()));
    } else if (line.startsWith("example: ")) {
      byRule.put(rule, new Explanation(known.alarm(), line.substring(9)));
    }
  }

  /** Of that rule; empty texts where nothing was written. */
  public Explanation of(String rule) {
    return byRule.getOrDefault(rule, Explanation.NONE);
  }

  /** Rules of which something was written. */
  public Set<String> rules() {
    return Set.copyOf(byRule.keySet());
  }
}
