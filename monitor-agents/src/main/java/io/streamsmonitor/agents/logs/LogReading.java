package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.logs.rules.LogRule;
import io.streamsmonitor.agents.logs.scan.LineScan;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Rules;
import io.streamsmonitor.core.rule.Thresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The Log Watcher over files that are already there: whole, in the time that is in their lines. */
public final class LogReading implements Agent {
  /** A file whose end was not reached. */
  public static final RuleInfo NOT_READ =
      RuleInfo.of(
          "log.file-not-read",
          "COVERAGE_GAP",
          Severity.MEDIUM,
          "A log file could not be read to its end",
          "What stands behind the place where reading stopped is unseen.",
          "Check that the file is readable and, where it is compressed, whole.");

  /** So many sightings wait for the rules at most. */
  private static final int UNCHECKED = 4_000;

  private final Thresholds thresholds;
  private final List<LogInput> inputs;
  private final Secrets secrets;
  private final List<UserPattern> patterns;
  private final boolean everyLine;
  private @Nullable LogWindow window;

  /** Reads these files, one after the other. */
  public LogReading(Thresholds thresholds, List<LogInput> inputs, Secrets secrets) {
    this(thresholds, inputs, secrets, List.of());
  }

  /**
   * The same, and looks for what the user wants to hear of: every line is read then.
   *
   * @param patterns of monitor.yml
   */
  public LogReading(
      Thresholds thresholds, List<LogInput> inputs, Secrets secrets, List<UserPattern> patterns) {
    this(thresholds, inputs, secrets, patterns, !patterns.isEmpty() || secrets.extended());
  }

  /**
   * The same.
   *
   * @param everyLine whether lines are read that a scan of their bytes finds nothing in: slower,
   *     with the same findings
   */
  LogReading(
      Thresholds thresholds,
      List<LogInput> inputs,
      Secrets secrets,
      List<UserPattern> patterns,
      boolean everyLine) {
    this.patterns = List.copyOf(patterns);
    this.thresholds = thresholds;
    this.inputs = List.copyOf(inputs);
    this.secrets = secrets;
    this.everyLine = everyLine;
  }

  @Override
  public AgentId id() {
    return AgentId.LOG_WATCHER;
  }

  @Override
  public void start(AgentContext context) {
    LogWindow view = new LogWindow(thresholds, List.of(), false, context.window().start());
    window = view;
    Rules<LogWindow> rules = Rules.load(LogRule.class);
    Consumer<Draft> out = new NewsOnly(context::report);
    Consumer<LogEvent> own =
        patterns.isEmpty() ? line -> {} : new OwnPatterns(patterns, view)::line;
    byte[] markKey = context.window().start().toString().getBytes(StandardCharsets.UTF_8);
    LogAnalysis analysis = new LogAnalysis(view, new SecretWatch(secrets, markKey), own);
    for (LogInput input : inputs) {
      context.progress();
      try {
        Runnable check = () -> check(rules, view, out);
        boolean each = !patterns.isEmpty() || secrets.extended();
        LineReader reader = each ? each(analysis, view, check) : reader(analysis, view, check);
        new FileScan(input, reader).run(scan());
      } catch (IOException e) {
        out.accept(notRead(input, e));
      }
      analysis.end();
    }
    check(rules, view, out);
  }

  private @Nullable LineScan scan() {
    return everyLine ? null : new LineScan(LogNeedles.calm());
  }

  private static void check(Rules<LogWindow> rules, LogWindow view, Consumer<Draft> out) {
    rules.check(view, out);
    view.checked();
  }

  private static LineReader reader(LogAnalysis analysis, LogWindow view, Runnable check) {
    return new LineReader() {
      private final Repeats<Repeat> repeats = new Repeats<>();

      @Override
      public void record(byte[] b, int from, int head, int to, Supplier<List<RawLine>> lines) {
        Repeat like = repeats.look(b, from, head, to);
        List<RawLine> raw = lines.get();
        Instant at = Instant.ofEpochMilli(repeats.millis());
        String id = repeats.streamId(b);
        if (like != null && analysis.again(like, at, id, raw)) {
          return;
        }
        Repeat made = analysis.record(raw, events -> repeats.typical(b, events));
        if (made != null) {
          repeats.learn(made);
        }
        checkMany();
      }

      @Override
      public void line(RawLine raw) {
        analysis.line(raw);
        checkMany();
      }

      private void checkMany() {
        if (view.touchedCount() >= UNCHECKED) {
          check.run();
        }
      }

      @Override
      public void calm(CalmLines lines) {
        analysis.calm(lines);
      }
    };
  }

  /** Takes line by line: a pattern may ask for any of them, and for their numbers. */
  private static LineReader each(LogAnalysis analysis, LogWindow view, Runnable check) {
    return new LineReader() {
      @Override
      public void line(RawLine raw) {
        analysis.line(raw);
        if (view.touchedCount() >= UNCHECKED) {
          check.run();
        }
      }

      @Override
      public void record(byte[] b, int from, int head, int to, Supplier<List<RawLine>> lines) {
        lines.get().forEach(this::line);
      }

      @Override
      public void calm(CalmLines lines) {
        throw new IllegalStateException("a line was passed over that a pattern may ask for");
      }
    };
  }

  private static Draft notRead(LogInput input, IOException e) {
    return Draft.of(NOT_READ)
        .service(input.service())
        .qualifier(input.name())
        .title(input.name() + " could not be read to its end")
        .evidence(input.name() + ": " + e.getMessage());
  }

  @Override
  public Map<String, Object> heartbeat() {
    return window == null ? Map.of() : Map.of("linesProcessed", window.lines());
  }
}
