package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.agents.replay.SessionReplay;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.rule.Profile;
import io.streamsmonitor.core.rule.Thresholds;
import io.streamsmonitor.core.session.SessionRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the rules again over a recorded session. */
@Command(
    name = "replay",
    description =
        "Run the rules on logs and streams again over a recorded session; 1 = one finding is not"
            + " found again, or one is new.",
    footer = {
      "",
      "Needs neither Redis nor services nor sources. Findings on configuration and code are",
      "not made again: their sources are not in the folder (monitor scan does that)."
    })
public final class ReplayVerb implements Callable<Integer> {
  @Parameters(
      paramLabel = "SESSION",
      arity = "0..1",
      defaultValue = "monitor-session",
      description = "The session folder, or last~1; default monitor-session.")
  private String word = "monitor-session";

  @Override
  public Integer call() throws IOException {
    try (SessionPlace into = SessionPlace.of(null)) {
      SessionRecord recorded =
          SessionRecord.read(SessionFolders.of(word, Path.of("monitor-session")));
      List<Finding> again = SessionReplay.run(recorded, limits(recorded.env()), into.folder());
      boolean found = true;
      for (SessionReplay.Comparison c : SessionReplay.compare(recorded, again)) {
        print(c);
        found &= c.missing().isEmpty() && c.extra().isEmpty();
      }
      notReplayed(recorded);
      return found ? ExitCode.OK : ExitCode.GATE_FAILED;
    } catch (IOException | IllegalArgumentException e) {
      System.err.println("monitor: " + Ink.plain(String.valueOf(e.getMessage())));
      return ExitCode.USAGE;
    }
  }

  private static void print(SessionReplay.Comparison c) {
    c.missing().forEach(f -> say("not found again: " + f));
    c.extra().forEach(f -> say("new: " + f));
    c.otherwise().forEach(f -> say("again, with other times, counts or words: " + f));
    int all = c.same() + c.otherwise().size() + c.missing().size();
    say(
        c.agent().slug()
            + ": "
            + (all - c.missing().size())
            + " of "
            + all
            + " findings found again, "
            + c.same()
            + " of them byte for byte, "
            + c.extra().size()
            + " new");
  }

  private static void notReplayed(SessionRecord recorded) {
    long others =
        recorded.findings().stream()
            .filter(f -> SessionReplay.AGENTS.stream().noneMatch(a -> a.name().equals(f.agentId())))
            .count();
    say("not replayed: " + others + " findings on configuration, code, causes and the session");
  }

  private static void say(String line) {
    System.out.println(Ink.plain(line));
  }

  /** The profile and the time between looks that were in force. */
  private static Thresholds limits(Map<String, String> env) {
    Profile profile =
        Profile.valueOf(env.getOrDefault("PROFILE", "smart").toUpperCase(Locale.ROOT));
    return RecordedThresholds.parse(env.getOrDefault("THRESHOLDS", "")).as(profile);
  }
}
