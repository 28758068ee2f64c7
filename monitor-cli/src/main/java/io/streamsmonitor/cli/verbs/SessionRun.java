package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.ConfigError;
import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.console.ConsoleProgress;
import io.streamsmonitor.cli.console.Ink;
import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.clock.WallClock;
import io.streamsmonitor.core.session.Session;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.core.session.SessionListener;
import io.streamsmonitor.core.session.SessionPlan;
import io.streamsmonitor.report.GateResult;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.JsonReport;
import io.streamsmonitor.report.format.ReportFormat;
import io.streamsmonitor.report.format.RunSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs one session for a verb and turns its end into output and an exit code. */
final class SessionRun {

  /**
   * What came of it.
   *
   * @param result null where there was nothing to report
   */
  record Outcome(int exitCode, @Nullable SessionResult result) {}

  private final MonitorConfig config;
  private final SessionOptions options;
  private final PrintStream human;

  SessionRun(MonitorConfig config, SessionOptions options) {
    this(config, options, options.output.json ? System.err : System.out);
  }

  /**
   * A session whose progress goes elsewhere.
   *
   * @param human where progress is told
   */
  SessionRun(MonitorConfig config, SessionOptions options, PrintStream human) {
    this.config = config;
    this.options = options;
    this.human = human;
  }

  Outcome execute() throws ConfigError, IOException {
    Set<ReportFormat> formats = ReportFormat.parse(String.join(",", config.formats()));
    SessionReports reports = new SessionReports(config.session().workspace(), formats);
    SessionEnd end = watch(reports);
    return end == null ? new Outcome(ExitCode.PREFLIGHT, null) : end(end, reports);
  }

  /** Runs the session alone; null, and said so, where there is no folder to run it in. */
  @Nullable SessionEnd watch() throws ConfigError {
    return watch(SessionListener.NONE);
  }

  private @Nullable SessionEnd watch(SessionListener also) throws ConfigError {
    SessionClock clock = new WallClock();
    SessionEvents events = new SessionEvents();
    boolean terminal = Boolean.getBoolean("monitor.terminal") && !options.output.json;
    Ink ink = new Ink(terminal && System.getenv("NO_COLOR") == null);
    SessionListener listener =
        options.quiet
            ? SessionListener.NONE
            : new ConsoleProgress(human, terminal, ink, clock, events);
    try (SessionWiring wiring = new SessionWiring(config, options, clock, events)) {
      SessionPlan plan = wiring.plan();
      Session session = new Session(plan, clock, events, listener.and(also));
      Interrupts.handle(
          () -> session.requestStop("interrupted"),
          () -> {
            wiring.kill();
            Runtime.getRuntime().halt(ExitCode.KILLED);
          });
      return session.run();
    } catch (IOException e) {
      System.err.println("monitor: " + e.getMessage());
      return null;
    }
  }

  private Outcome end(SessionEnd end, SessionReports reports) throws IOException {
    List<String> soon = new ArrayList<>();
    SessionReports.Written written = reports.finish(soon);
    SessionResult result = written.result();
    GateResult gate = GateOf.config(config).check(result);
    if (end == SessionEnd.PREFLIGHT_FAILED) {
      System.err.println(
          "monitor: " + Ink.plain(result.session().env().getOrDefault("END_REASON", "")));
    } else {
      RunSummary.of(result, written.files().values(), gate).forEach(human::println);
      soon.forEach(human::println);
    }
    if (options.output.json) {
      System.out.println(JsonReport.of(result));
    }
    return new Outcome(exitCode(end, gate), result);
  }

  static int exitCode(SessionEnd end, GateResult gate) {
    return switch (end) {
      case PREFLIGHT_FAILED -> ExitCode.PREFLIGHT;
      case INCOMPLETE -> ExitCode.INCOMPLETE;
      case COMPLETE -> gate.passed() ? ExitCode.OK : ExitCode.GATE_FAILED;
    };
  }
}
