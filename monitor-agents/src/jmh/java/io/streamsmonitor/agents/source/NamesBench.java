package io.streamsmonitor.agents.source;

import io.streamsmonitor.agents.Usage;
import io.streamsmonitor.agents.config.FleetConfig;
import io.streamsmonitor.agents.source.NameValue.Unknown;
import io.streamsmonitor.agents.source.scan.SourceScanner;
import io.streamsmonitor.core.finding.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many names of streams and groups the scan follows to a value or an origin, by repository.
 *
 * <p>Arguments: folders; {@code --list} prints each name with its place. A parameter of a method
 * that nothing in the repository calls has no value there, nor has what stands in Redis only: such
 * names are counted apart as open.
 */
public final class NamesBench {
  private static final List<String> OPEN = List.of("no caller seen", "nothing in the sources sets", "data in Redis");

  private int total;
  private int open;
  private final Map<String, Integer> reasons = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();

  private NamesBench() {}

  /** Prints a line for each folder, and the sum. */
  public static void main(String[] args) {
    Usage.atLeast(1, args, "agents.source.NamesBench FOLDER... [--list]");
    List<String> given = List.of(args);
    boolean list = given.contains("--list");
    NamesBench sum = new NamesBench();
    for (String folder : given.stream().filter(a -> !a.startsWith("--")).toList()) {
      NamesBench one = new NamesBench();
      one.scan(Path.of(folder).toAbsolutePath().normalize());
      System.out.println(Path.of(folder).getFileName() + ": " + one);
      if (list) {
        one.lines.forEach(System.out::println);
      }
      sum.add(one);
    }
    System.out.println("all: " + sum);
  }

  private void scan(Path folder) {
    ScanScope scope = new ScanScope(folder, List.of(), List.of(folder), List.of());
    for (StreamUse use :
        SourceScanner.scan(scope, FleetConfig.read(scope).values()).facts().streams().stream()
            .filter(u -> !u.test())
            .toList()) {
      count("stream", use, use.stream());
      count("group", use, use.group());
    }
  }

  private void count(String what, StreamUse use, @Nullable NameValue value) {
    if (value == null) {
      return;
    }
    total++;
    if (value instanceof Unknown u) {
      boolean isOpen = OPEN.stream().anyMatch(u.reason()::contains);
      open += isOpen ? 1 : 0;
      reasons.merge(reason(u, isOpen), 1, Integer::sum);
    }
    Location at = use.at();
    lines.add("  " + at.file() + ":" + at.line() + " " + use.op() + " " + what + " " + value);
  }

  private static String reason(Unknown value, boolean isOpen) {
    return (isOpen ? "open: " : "") + value.reason();
  }

  private void add(NamesBench other) {
    total += other.total;
    open += other.open;
    other.reasons.forEach((r, n) -> reasons.merge(r, n, Integer::sum));
  }

  @Override
  public String toString() {
    int unknown = reasons.values().stream().mapToInt(Integer::intValue).sum();
    int resolved = total - unknown;
    int resolvable = total - open;
    return String.format(
        "%d names, %d resolved, %d open to callers outside; %d of %d resolvable (%.1f %%) %s",
        total,
        resolved,
        open,
        resolved,
        resolvable,
        resolvable == 0 ? 100.0 : 100.0 * resolved / resolvable,
        reasons);
  }
}
