package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.replay.Comparison;
import io.streamsmonitor.agents.replay.ReplaySettings;
import io.streamsmonitor.agents.replay.SessionReplay;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the rules again over a recorded session. */
@Command(
    name = "replay",
    description =
        "Run the rules again over a recorded session; 1 = one finding is not found again byte for"
            + " byte, or one is new.",
    footer = {
      "",
      "Needs neither Redis nor services nor sources. What was seen in sources,",
      "configuration and processes is not in the folder: those findings are taken as",
      "recorded. Exit codes: 0 all again byte for byte; 1 something differs; 2 no",
      "session, or one without a tape."
    })
public final class ReplayVerb implements Callable<Integer> {
  @Mixin private SessionArgument session = new SessionArgument();

  @Override
  public Integer call() throws IOException {
    try (SessionPlace into = SessionPlace.of(null)) {
      SessionRecord recorded = session.read();
      List<Finding> again = SessionReplay.run(recorded, settings(recorded.env()), into.folder());
      boolean identical = true;
      for (Comparison c : Comparison.of(recorded, again)) {
        print(c);
        identical &= c.identical();
      }
      return identical ? ExitCode.OK : ExitCode.GATE_FAILED;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException(
          session.folder() + ": what was recorded is damaged: " + e.getMessage(), e);
    }
  }

  private static void print(Comparison c) {
    c.missing().forEach(f -> say("not found again: " + f));
    c.extra().forEach(f -> say("new: " + f));
    c.otherwise().forEach(f -> say("again, with other times, counts or words: " + f));
    int all = c.same() + c.otherwise().size() + c.missing().size();
    String again = c.same() + " of " + all + " findings found again byte for byte";
    String rest = c.recorded() + " taken as recorded";
    say(
        c.agent().slug()
            + ": "
            + (all + c.extra().size() == 0 ? rest : again)
            + (c.extra().isEmpty() ? "" : ", " + c.extra().size() + " new")
            + (all > 0 && c.recorded() > 0 ? ", " + rest : ""));
  }

  private static void say(String line) {
    System.out.println(Ink.plain(line));
  }

  /** What was in force. */
  private static ReplaySettings settings(Map<String, String> env) {
    Profile profile =
        Profile.valueOf(env.getOrDefault("PROFILE", "smart").toUpperCase(Locale.ROOT));
    Thresholds limits = RecordedThresholds.parse(env.getOrDefault("THRESHOLDS", "")).as(profile);
    return ReplaySettings.read(env.getOrDefault("SETTINGS", ""), limits);
  }
}
