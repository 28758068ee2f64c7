package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.declare.CodeUses;
import io.streamsmonitor.agents.config.declare.ConfigDeclarations;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Declarations;
import io.streamsmonitor.agents.config.docs.CodeComments;
import io.streamsmonitor.agents.config.docs.Docs;
import io.streamsmonitor.agents.config.env.EnvAudit;
import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.HostPorts;
import io.streamsmonitor.agents.config.read.MonitorFile;
import io.streamsmonitor.agents.config.read.Page;
import io.streamsmonitor.agents.config.read.PortBinding;
import io.streamsmonitor.agents.config.read.ServiceMap;
import io.streamsmonitor.agents.config.read.Settings;
import io.streamsmonitor.agents.config.read.SourceGap;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.core.fleet.ServiceSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that files say of a fleet, read once; a view adds one look at Redis. */
public final class FleetReading {
  private final Path base;
  private final ConfigSources sources;
  private final CodeUses code;
  private final Docs docs;
  private final EnvAudit env;
  private final List<PortBinding> ports;
  private final List<Declaration> declared;
  private final CodeComments comments;
  private final Set<String> services = new TreeSet<>();

  private FleetReading(FleetConfig config, SourceFacts facts, Launch launch) {
    ScanScope scope = config.scope();
    this.base = scope.base();
    ServiceMap owners = config.owners();
    List<SourceGap> gaps = new ArrayList<>(config.sources().gaps());
    List<Page> pages = Page.read(scope, owners, config.files(), gaps::add);
    this.sources = config.sources().withGaps(gaps);
    Settings settings = new Settings(sources, owners);
    this.code = new CodeUses(facts, owners, settings);
    this.docs = Docs.read(pages, sources);
    this.env = new EnvAudit(facts, sources, owners, scope.services(), launch);
    this.ports = HostPorts.of(sources, settings, owners, started(scope.services()));
    this.declared = new ArrayList<>(ConfigDeclarations.of(sources, settings));
    declared.addAll(Declarations.monitorFile(scope.services(), MonitorFile.in(scope.base())));
    this.comments = CodeComments.read(scope.base(), facts.files(), owners::of);
    scope.services().forEach(s -> services.add(s.name()));
    code.all().forEach(u -> services.add(u.service()));
    declared.forEach(d -> services.add(d.service()));
    services.remove("");
  }

  /** Reads the documents; configuration and code have been read. */
  public static FleetReading of(FleetConfig config, SourceFacts facts, Launch launch) {
    return new FleetReading(config, facts, launch);
  }

  /** Where the paths of findings start. */
  Path base() {
    return base;
  }

  /** What rules look at; {@code live} is null where Redis was not asked. */
  public ConfigView view(@Nullable Live live) {
    Set<String> known = new HashSet<>(code.streams());
    declared.stream().filter(Declaration::sure).forEach(d -> known.add(d.stream()));
    if (live != null) {
      known.addAll(live.names());
    }
    List<Declaration> all = new ArrayList<>(declared);
    all.addAll(docs.declarations(this::isService, known::contains));
    all.addAll(comments.declarations(known::contains));
    all.forEach(d -> known.add(d.stream()));
    known.remove("");
    return new ConfigView(
        List.copyOf(services),
        sources,
        code,
        new Declarations(all),
        docs,
        docs.schemas(known::contains),
        env,
        ports,
        live);
  }

  private boolean isService(String word) {
    return services.contains(word) || services.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Services that run on this host by a command of their own. */
  private static Set<String> started(List<ServiceSpec> services) {
    return services.stream()
        .filter(s -> s.startable() && !s.command().get(0).matches(".*(?:docker|podman|kubectl).*"))
        .map(ServiceSpec::name)
        .collect(Collectors.toSet());
  }
}
