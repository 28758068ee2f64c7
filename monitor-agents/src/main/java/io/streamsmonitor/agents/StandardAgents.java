package io.streamsmonitor.agents;

import io.streamsmonitor.agents.config.ConfigAuditor;
import io.streamsmonitor.agents.config.FleetConfig;
import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.logs.LogWatcher;
import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.scout.EnhancementScout;
import io.streamsmonitor.agents.scout.synthesis.Synthesizer;
import io.streamsmonitor.agents.scout.synthesis.Wiring;
import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.agents.source.scan.FactStore;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.agents.streams.StreamAnalyst;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.fleet.FleetSpec;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The four agents, wired by constructor. */
public final class StandardAgents {
  private final ScanScope scope;
  private SharedScan scan;
  private final Thresholds limits;
  private final FleetSpec fleet;
  private final StreamAnalyst.Connector redis;
  private final Launch launch;
  private List<UserPattern> patterns = List.of();
  private Secrets secrets = new Secrets();

  /**
   * Agents for one fleet.
   *
   * @param sources of the whole fleet, absolute
   * @param docs files and folders, absolute
   * @param redis makes a connection of its own for each agent that asks
   * @param launch what started services inherit
   */
  public StandardAgents(
      FleetSpec fleet,
      List<Path> sources,
      List<Path> docs,
      Thresholds limits,
      StreamAnalyst.Connector redis,
      Launch launch) {
    this.scope = new ScanScope(fleet.base(), fleet.services(), sources, docs);
    this.scan = new SharedScan(scope, () -> FleetConfig.read(scope).values());
    this.limits = limits;
    this.fleet = fleet;
    this.redis = redis;
    this.launch = launch;
  }

  /**
   * The same agents; the Log Watcher takes these as well.
   *
   * @param own what the user wants to hear of
   * @param known what counts as a secret
   */
  public StandardAgents watchingFor(List<UserPattern> own, Secrets known) {
    patterns = List.copyOf(own);
    secrets = known;
    return this;
  }

  /** The same agents; a source that has not changed since an earlier session is not read again. */
  public StandardAgents remembering(Path cache, Redactor redactor) {
    scan =
        new SharedScan(
            scope,
            new Folders(),
            () -> FleetConfig.read(scope).values(),
            () -> FactStore.in(cache, redactor));
    return this;
  }

  /** All four by their names, in the order in which their closing duties run: the scout last. */
  public Map<AgentId, Supplier<Agent>> all() {
    Map<AgentId, Supplier<Agent>> all = new LinkedHashMap<>();
    all.put(AgentId.LOG_WATCHER, this::logWatcher);
    all.put(AgentId.STREAM_ANALYST, this::streamAnalyst);
    all.put(AgentId.CONFIG_AUDITOR, this::configAuditor);
    all.put(AgentId.ENHANCEMENT_SCOUT, this::enhancementScout);
    return all;
  }

  private Agent logWatcher() {
    return new LogWatcher(limits, fleet.names(), secrets, patterns);
  }

  private Agent streamAnalyst() {
    return new StreamAnalyst(redis, limits, new CodeKnowledge(scan));
  }

  private Agent configAuditor() {
    return new ConfigAuditor(() -> FleetConfig.read(scope), this::facts, redis::connect, launch);
  }

  private Agent enhancementScout() {
    Synthesizer synthesizer =
        new Synthesizer(heard -> Wiring.of(fleet.services(), facts().streams(), heard));
    return new EnhancementScout(scan, synthesizer);
  }

  private SourceFacts facts() {
    return scan.result(() -> {}).facts();
  }
}
