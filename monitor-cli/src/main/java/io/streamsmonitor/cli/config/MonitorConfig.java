package io.streamsmonitor.cli.config;

import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.logs.pattern.UserSecret;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.rule.Thresholds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * monitor.yml, checked and with every default filled in.
 *
 * @param base folder that relative paths start from, absolute
 */
public record MonitorConfig(
    Path base,
    SessionPart session,
    RedisPart redis,
    FleetSpec fleet,
    List<Path> sources,
    List<Path> docs,
    Thresholds thresholds,
    GatePart gate,
    List<Acceptance> suppress,
    List<UserSecret> redact,
    List<UserPattern> logPatterns,
    List<String> formats) {

  /** How long, where, and how patient. */
  public record SessionPart(Duration duration, Path workspace, Duration startupTimeout) {}

  /**
   * Which Redis.
   *
   * @param url {@code embedded} or a URL
   * @param start command that starts one of our own, or empty
   * @param streams globs of stream names
   */
  public record RedisPart(
      String url,
      List<String> start,
      List<String> stop,
      List<String> streams,
      List<String> exclude) {}

  /**
   * What makes a session fail.
   *
   * @param failOn this bad or worse, or null for nothing
   * @param max of open findings a severity
   */
  public record GatePart(@Nullable Severity failOn, boolean newOnly, Map<Severity, Integer> max) {}
}
