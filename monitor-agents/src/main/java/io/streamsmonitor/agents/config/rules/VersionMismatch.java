package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.read.LibraryUse;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Services of one fleet use different versions of a library they share. */
@AutoService(ConfigRule.class)
public final class VersionMismatch implements ConfigRule {
  private static final Pattern REDIS = Pattern.compile("(?i).*(?:redis|jedis|lettuce|redisson).*");
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.version-mismatch",
          "VERSION_MISMATCH",
          Severity.LOW,
          "Services use different versions of a shared library",
          "What one service writes the other may not read. MEDIUM for Redis clients and where the"
              + " major versions differ.",
          "Agree on one version in a shared parent, BOM or workspace.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    Map<String, List<LibraryUse>> byLibrary = new TreeMap<>();
    for (LibraryUse use : view.sources().libraries()) {
      byLibrary.computeIfAbsent(use.library(), k -> new ArrayList<>()).add(use);
    }
    byLibrary.forEach(
        (library, uses) -> {
          Set<String> versions = new TreeSet<>();
          uses.forEach(u -> versions.add(bare(u.version())));
          long modules = uses.stream().map(LibraryUse::module).distinct().count();
          if (versions.size() > 1 && modules > 1) {
            out.accept(draft(library, versions, uses));
          }
        });
  }

  private static Draft draft(String library, Set<String> versions, List<LibraryUse> uses) {
    long majors = versions.stream().map(v -> v.split("\\.", 2)[0]).distinct().count();
    boolean grave = majors > 1 || REDIS.matcher(library).matches();
    List<String> who =
        uses.stream().map(u -> u.module() + " " + u.version()).distinct().sorted().toList();
    return Discrepancy.of(
            INFO,
            "",
            "one version of " + library,
            String.join(", ", who),
            uses.stream().map(LibraryUse::at).toList(),
            List.of())
        .qualifier(library)
        .severity(grave ? Severity.MEDIUM : Severity.LOW)
        .title(library + " is used in versions " + String.join(", ", versions))
        .recommendation(
            "Use one version of "
                + library
                + " in "
                + uses.stream().map(u -> u.at().file()).distinct().toList()
                + ".");
  }

  private static String bare(String version) {
    return version.replaceFirst("^[~^>=<v ]+", "");
  }
}
