package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.config.MonitorConfig;
import io.streamsmonitor.cli.config.MonitorConfig.GatePart;
import io.streamsmonitor.report.Gate;
import io.streamsmonitor.report.compare.Baseline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The gate that monitor.yml describes, with the baseline beside it. */
final class GateOf {
  private GateOf() {}

  /**
   * The gate of the configuration.
   *
   * @throws IOException when the baseline cannot be read
   */
  static Gate config(MonitorConfig config) throws IOException {
    return of(config.gate(), config.base());
  }

  static Gate of(GatePart part, Path base) throws IOException {
    Set<String> known =
        part.newOnly() ? Baseline.read(base.resolve(Baseline.FILE)).known() : Set.of();
    return new Gate(part.failOn(), part.newOnly(), part.max(), false, known);
  }
}
