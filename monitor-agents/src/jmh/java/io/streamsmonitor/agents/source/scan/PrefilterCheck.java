package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.Usage;
import io.streamsmonitor.agents.config.FleetConfig;
import io.streamsmonitor.agents.scout.EnhancementScout;
import io.streamsmonitor.agents.source.ScanScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether leaving out files by their words loses or adds a finding on real trees: each is judged
 * twice, the second time with every file parsed. Arguments: the trees.
 */
public final class PrefilterCheck {
  private PrefilterCheck() {}

  /** Prints what only one of the two says. */
  public static void main(String[] args) {
    Usage.atLeast(1, args, "agents.source.scan.PrefilterCheck TREE...");
    for (String arg : args) {
      Path tree = Path.of(arg).toAbsolutePath().normalize();
      ScanScope scope = new ScanScope(tree, List.of(), List.of(tree), List.of());
      ScanResult some = SourceScanner.scan(scope, FleetConfig.read(scope).values());
      Set<String> usual = said(some);
      ScanResult every = SourceScanner.scanEverything(scope, FleetConfig.read(scope).values());
      Set<String> all = said(every);
      System.out.printf(
          "%s: %d files, %d parsed, %d findings; every file parsed: %d, %d findings%n",
          arg,
          some.code().counts().found(),
          some.code().counts().parsed(),
          usual.size(),
          every.code().counts().parsed(),
          all.size());
      all.stream().filter(f -> !usual.contains(f)).forEach(f -> System.out.println("  lost  " + f));
      usual.stream().filter(f -> !all.contains(f)).forEach(f -> System.out.println("  added " + f));
    }
  }

  private static Set<String> said(ScanResult result) {
    return EnhancementScout.judge(result).stream()
        .map(d -> d.rule().id() + " " + d.locations())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
