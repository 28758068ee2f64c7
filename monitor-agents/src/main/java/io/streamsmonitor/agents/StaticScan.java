package io.streamsmonitor.agents;

import io.streamsmonitor.agents.config.ConfigAuditor;
import io.streamsmonitor.agents.config.FleetReading;
import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.scout.EnhancementScout;
import io.streamsmonitor.agents.scout.Synthesis;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.scan.ScanResult;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.OfflineSession;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What code, configuration and documents say by themselves: no Redis, no services, no waiting. */
public final class StaticScan {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final ScanScope scope;
  private final SharedScan scan;

  /** A scan of the scope; nothing is read yet. */
  public StaticScan(ScanScope scope) {
    this.scope = scope;
    this.scan = new SharedScan(scope, () -> FleetReading.values(scope));
  }

  /**
   * Runs the auditor's first phase and the scout's rules, and completes the session folder.
   *
   * @param start the time of everything that is found
   */
  public SessionRecord run(
      Workspace workspace, Instant start, Redactor redactor, List<Acceptance> accepted)
      throws IOException {
    try (OfflineSession session =
        new OfflineSession(workspace, start, WINDOW, redactor, accepted)) {
      session.start(() -> new ConfigAuditor(scope, () -> result().facts(), null, Launch.UNKNOWN));
      session.start(() -> new EnhancementScout(scan, Synthesis.NONE));
      return session.complete();
    }
  }

  /** What was read; the first call reads. */
  public ScanResult result() {
    return scan.result(() -> {});
  }
}
