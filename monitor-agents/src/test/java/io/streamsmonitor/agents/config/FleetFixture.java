package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.env.Launch;
import io.streamsmonitor.agents.source.EnvRead;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.fleet.ServiceSpec;
import io.streamsmonitor.core.fleet.ServiceSpec.Consumption;
import io.streamsmonitor.core.model.EntrySample;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.testkit.Sightings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fleet written to a folder: its files, what its code does, what its Redis holds. */
final class FleetFixture {
  private final Path base;
  private final List<ServiceSpec> services = new ArrayList<>();
  private final List<StreamUse> uses = new ArrayList<>();
  private final List<EnvRead> env = new ArrayList<>();
  private final List<StreamSnapshot> streams = new ArrayList<>();
  private Set<String> baseline = Set.of();
  private final Map<String, Set<String>> payloads = new HashMap<>();
  private Launch launch = new Launch(Map.of("PATH", "/bin"), true);
  private int line;

  FleetFixture(Path base) {
    this.base = base;
  }

  /** Two services with documents, each name declared and used alike; nothing to complain about. */
  static FleetFixture healthy(Path base) {
    return new FleetFixture(base)
            .service("orders", List.of("orders"), List.of())
            .service("billing", List.of(), List.of(new Consumption("orders", "billing")))
            .file(
                "orders/config/application.yml",
                "server:",
                "  port: 8081",
                "redis:",
                "  publish:",
                "    stream: orders")
            .file(
                "billing/config/application.yml",
                "server:",
                "  port: 8082",
                "redis:",
                "  consume:",
                "    stream: orders",
                "    group: billing")
            .file(
                "docs/orders.md",
                "# Stream `orders`",
                "| | |",
                "|---|---|",
                "| Published by | orders |",
                "| Consumed by | billing |",
                "| schemaVersion | 1.0 |",
                "",
                "| Field | Type |",
                "|---|---|",
                "| `orderId` | string |",
                "| `total` | integer |")
            .writes("orders", "orders", "orderId", "total")
            .reads("billing", "orders", "billing")
            .stream("orders", "billing")
            .before("orders");
  }

  FleetFixture file(String name, String... lines) {
    try {
      Path file = base.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, String.join("\n", lines) + "\n");
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FleetFixture service(String name, List<String> publishes, List<Consumption> consumes) {
    return service(name, publishes, consumes, Map.of(), 0);
  }

  FleetFixture service(
      String name,
      List<String> publishes,
      List<Consumption> consumes,
      Map<String, String> variables,
      int port) {
    services.removeIf(s -> s.name().equals(name));
    services.add(
        new ServiceSpec(
            name,
            List.of("java", "-jar", name + ".jar"),
            base,
            variables,
            null,
            List.of(),
            port,
            null,
            List.of(base.resolve(name).resolve("src")),
            List.of(base.resolve(name).resolve("config")),
            publishes,
            consumes));
    return this;
  }

  FleetFixture writes(String service, String stream, String... fields) {
    return use(service, Op.ADD, new NameValue.Const(stream), null, fields);
  }

  FleetFixture reads(String service, String stream, String group) {
    return use(service, Op.GROUP_READ, new NameValue.Const(stream), new NameValue.Const(group));
  }

  FleetFixture use(
      String service, Op op, NameValue stream, @Nullable NameValue group, String... fields) {
    uses.add(
        new StreamUse(
            service, op, stream, group, null, Arrays.asList(fields), code(service), false));
    return this;
  }

  FleetFixture forgetCode() {
    uses.clear();
    return this;
  }

  FleetFixture needs(String service, String variable, @Nullable String fallback) {
    env.add(new EnvRead(service, variable, fallback, code(service), false));
    return this;
  }

  private Location code(String service) {
    return new Location(service + "/src/Main.java", ++line);
  }

  FleetFixture launched(Launch how) {
    launch = how;
    return this;
  }

  /** Redis holds the stream with these groups. */
  FleetFixture stream(String name, String... groups) {
    streams.removeIf(s -> s.name().display().equals(name));
    streams.add(snapshot(name, groups));
    return this;
  }

  /** Redis held these streams when the session's baseline was taken. */
  FleetFixture before(String... names) {
    baseline = Set.of(names);
    return this;
  }

  static StreamSnapshot snapshot(String name, String... groups) {
    List<GroupSnapshot> all =
        Arrays.stream(groups)
            .map(
                g ->
                    new GroupSnapshot(
                        Name.of(g), 1, 0, StreamId.ZERO, 0L, 0L, null, List.of(), List.of(), false))
            .toList();
    List<String> fields = List.of("correlationId", "schemaVersion", "payload");
    StreamMark mark = new StreamMark(1, 1L, null, null, StreamId.ZERO, null);
    return new StreamSnapshot(Name.of(name), mark, EntrySample.of(fields), all);
  }

  FleetFixture entries(String name, List<String> fields, String... groups) {
    streams.removeIf(s -> s.name().display().equals(name));
    StreamSnapshot plain = snapshot(name, groups);
    streams.add(
        new StreamSnapshot(plain.name(), plain.mark(), EntrySample.of(fields), plain.groups()));
    return this;
  }

  /** Entries hold one JSON text with these fields. */
  FleetFixture json(String stream, String... fields) {
    payloads.put(stream, Set.of(fields));
    return this;
  }

  ScanScope scope() {
    return new ScanScope(base, services, List.of(), List.of(base.resolve("docs")));
  }

  SourceFacts facts() {
    return new SourceFacts(uses, env, List.of("orders/src/Main.java"), List.of());
  }

  Launch launch() {
    return launch;
  }

  List<StreamSnapshot> redis() {
    return List.copyOf(streams);
  }

  FleetConfig config() {
    return FleetConfig.read(scope());
  }

  ConfigView view() {
    return FleetReading.of(config(), facts(), launch)
        .view(new Live(true, streams, baseline, payloads));
  }

  /** What the rule says at half time. */
  List<Draft> says(ConfigRule rule) {
    return Sightings.of(rule, view());
  }
}
