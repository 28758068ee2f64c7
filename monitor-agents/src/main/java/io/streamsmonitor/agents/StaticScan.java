package io.streamsmonitor.agents;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.agents.config.ConfigAuditor;
import io.streamsmonitor.agents.config.EnvPlaceholders;
import io.streamsmonitor.agents.config.FleetConfig;
import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.scout.EnhancementScout;
import io.streamsmonitor.agents.scout.Synthesis;
import io.streamsmonitor.agents.source.AsyncApi;
import io.streamsmonitor.agents.source.EnvRead;
import io.streamsmonitor.agents.source.FactsJson;
import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.agents.source.scan.Build;
import io.streamsmonitor.agents.source.scan.FactStore;
import io.streamsmonitor.agents.source.scan.SharedScan;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.session.OfflineSession;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What code, configuration and documents say by themselves: no Redis, no services, no waiting. */
public final class StaticScan {
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final ScanScope scope;
  private final Redactor redactor;
  private final List<Acceptance> accepted;
  private final @Nullable Path cache;

  /**
   * A scan of the scope; nothing is read yet.
   *
   * @param cache folder that remembers a scan until a file changes, or null for none
   */
  public StaticScan(
      ScanScope scope, Redactor redactor, List<Acceptance> accepted, @Nullable Path cache) {
    this.scope = scope;
    this.redactor = redactor;
    this.accepted = List.copyOf(accepted);
    this.cache = cache;
  }

  /**
   * What came of it.
   *
   * @param facts of code as plain JSON: streams, groups, environment, gaps
   * @param asyncApi who writes and reads which stream
   */
  public record Outcome(SessionRecord session, Object facts, Object asyncApi) {}

  /**
   * Runs the auditor's first phase and the scout's rules, and completes the session folder.
   *
   * @param start the time of everything that is found
   */
  public Outcome run(Workspace workspace, Instant start) throws IOException {
    Folders folders = new Folders();
    try (OfflineSession session =
        new OfflineSession(workspace, start, WINDOW, redactor, accepted)) {
      ScanMemory memory =
          cache == null
              ? null
              : new ScanMemory(cache, TreePrint.of(scope, folders, settings(start)));
      JsonNode known = memory == null ? null : memory.recall(workspace, start);
      if (known != null) {
        return new Outcome(
            session.complete(),
            Json.value(known.path("facts")),
            Json.value(known.path("asyncApi")));
      }
      Map<String, Object> said = scan(session, folders);
      SessionRecord record = session.complete();
      if (memory != null) {
        memory.keep(workspace, start, said);
      }
      return new Outcome(
          record, said.getOrDefault("facts", Map.of()), said.getOrDefault("asyncApi", Map.of()));
    }
  }

  private Map<String, Object> scan(OfflineSession session, Folders folders) throws IOException {
    CompletableFuture<FleetConfig> config =
        CompletableFuture.supplyAsync(() -> FleetConfig.read(scope, folders));
    SharedScan scan = new SharedScan(scope, folders, () -> config.join().values(), this::store);
    CompletableFuture<List<Draft>> drafts =
        CompletableFuture.supplyAsync(() -> EnhancementScout.judge(scan.result(() -> {})));
    Supplier<SourceFacts> facts = () -> scan.result(() -> {}).facts();
    session.start(() -> new ConfigAuditor(config::join, facts, null, Launch.UNKNOWN));
    session.start(() -> new EnhancementScout(scan, read -> drafts.join(), Synthesis.NONE));
    SourceFacts code = facts.get();
    List<EnvRead> env = new ArrayList<>(code.env());
    env.addAll(EnvPlaceholders.of(config.join().sources()));
    Map<String, Object> said = new LinkedHashMap<>();
    said.put(
        "facts", FactsJson.of(new SourceFacts(code.streams(), env, code.files(), code.gaps())));
    said.put("asyncApi", AsyncApi.of(code));
    return said;
  }

  private FactStore store() {
    return cache == null ? FactStore.none() : FactStore.in(cache, redactor);
  }

  /** What decides on the result beside the files: this build, and what is accepted on that day. */
  private String settings(Instant start) {
    return Build.name() + "\n" + accepted + "\n" + start.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
