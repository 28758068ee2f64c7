package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.follow.LogGap;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.logs.rules.LogRule;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Rules;
import io.streamsmonitor.core.rule.Thresholds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Agent 1: reads every line the fleet writes and says what went wrong, each fault once. */
public final class LogWatcher implements Agent {
  /** Short enough that a line becomes a finding before its reader has looked. */
  private static final Duration PAUSE = Duration.ofMillis(5);

  private static final Duration CHECK = Duration.ofSeconds(1);
  private static final Duration ACTIVE = Duration.ofMinutes(2);

  private final Thresholds thresholds;
  private final List<String> services;
  private final Secrets secrets;
  private final List<UserPattern> patterns;
  private final Rules<LogWindow> rules = Rules.load(LogRule.class);
  private @Nullable LogWindow window;
  private @Nullable AgentContext context;
  private Instant lastPause = Instant.MIN;

  /** A watcher for what counts as a secret everywhere. */
  public LogWatcher(Thresholds thresholds, List<String> services) {
    this(thresholds, services, new Secrets());
  }

  /**
   * A watcher.
   *
   * @param services whose silence matters even before their first line
   * @param secrets what counts as a secret, the user's own patterns among it
   */
  public LogWatcher(Thresholds thresholds, List<String> services, Secrets secrets) {
    this(thresholds, services, secrets, List.of());
  }

  /**
   * A watcher that also looks for what the user wants to hear of.
   *
   * @param patterns of monitor.yml
   */
  public LogWatcher(
      Thresholds thresholds, List<String> services, Secrets secrets, List<UserPattern> patterns) {
    this.thresholds = thresholds;
    this.services = List.copyOf(services);
    this.secrets = secrets;
    this.patterns = List.copyOf(patterns);
  }

  @Override
  public AgentId id() {
    return AgentId.LOG_WATCHER;
  }

  @Override
  public void start(AgentContext agentContext) {
    Instant opened = agentContext.window().start();
    LogWindow view = new LogWindow(thresholds, services, true, opened);
    Consumer<Draft> out = new NewsOnly(agentContext::report);
    LifecycleReader lifecycle = new LifecycleReader(agentContext::publish);
    OwnPatterns own = new OwnPatterns(patterns, view);
    byte[] markKey = opened.toString().getBytes(StandardCharsets.UTF_8);
    Consumer<LogEvent> lines =
        ((Consumer<LogEvent>) lifecycle::line)
            .andThen(own::line)
            .andThen(new Habits(view, secrets)::line);
    LogAnalysis analysis = new LogAnalysis(view, new SecretWatch(secrets, markKey), lines);
    window = view;
    context = agentContext;
    agentContext.on(
        RawLine.class,
        raw -> {
          analysis.line(raw);
          checkNews(analysis, view, out);
        });
    agentContext.on(
        ServiceExit.class,
        exit -> {
          view.exit(exit);
          rules.check(view, out);
        });
    agentContext.on(
        LogGap.class,
        gap -> {
          view.gap(gap);
          rules.check(view, out);
          view.checked();
        });
    agentContext.every(
        PAUSE,
        "pause",
        () -> inTime(agentContext.now()) && analysis.waits(agentContext.now()),
        () -> {
          analysis.pause(agentContext.now());
          checkNews(analysis, view, out);
        });
    agentContext.every(
        CHECK,
        "check",
        () -> {
          view.advance(agentContext.now());
          rules.check(view, out);
          view.checked();
        });
    agentContext.at(
        1.0,
        "last entries",
        () -> {
          analysis.end();
          rules.check(view, out);
          view.checked();
        });
  }

  /**
   * Whether the look before was just now. After a longer duty, or on a busy machine, lines may wait
   * that were written meanwhile, and nothing says that their entry has ended.
   */
  private boolean inTime(Instant now) {
    boolean late = lastPause.plus(PAUSE.multipliedBy(3)).isBefore(now);
    lastPause = now;
    return !late;
  }

  private void checkNews(LogAnalysis analysis, LogWindow view, Consumer<Draft> out) {
    if (analysis.news()) {
      rules.check(view, out);
      view.checked();
    }
  }

  @Override
  public Map<String, Object> heartbeat() {
    if (window == null || context == null) {
      return Map.of();
    }
    Instant since = context.now().minus(ACTIVE);
    return Map.of(
        "linesProcessed", window.lines(),
        "servicesActive", names(since, true),
        "servicesSilent", names(since, false));
  }

  private List<String> names(Instant since, boolean active) {
    return window == null
        ? List.of()
        : window.services().stream()
            .filter(s -> spoke(s, since) == active)
            .map(ServiceLog::name)
            .toList();
  }

  private static boolean spoke(ServiceLog service, Instant since) {
    Instant last = service.cadence().last();
    return last != null && !last.isBefore(since);
  }
}
