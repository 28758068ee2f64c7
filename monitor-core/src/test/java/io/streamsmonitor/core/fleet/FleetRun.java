package io.streamsmonitor.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.clock.WallClock;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A fleet with a session folder around it, for one test. */
final class FleetRun implements AutoCloseable {
  static final String SESSION = "20260102_030405";
  static final Duration LONG = Duration.ofSeconds(20);

  final Path folder;
  final Workspace workspace;
  final WallClock clock = new WallClock();
  final List<ServiceSpec> services = new ArrayList<>();
  final Map<String, String> env = new LinkedHashMap<>();
  final List<String> start = new ArrayList<>();
  final List<String> stop = new ArrayList<>();
  boolean attach;
  private final BlockingQueue<RawLine> lines = new LinkedBlockingQueue<>();
  private final BlockingQueue<ServiceExit> exits = new LinkedBlockingQueue<>();
  private final LineTap tap;
  private @Nullable ProcessFleet fleet;

  FleetRun(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("session/logs"));
    workspace = new Workspace(folder.resolve("session"));
    tap = new LineTap(workspace, clock::now, lines::add);
  }

  FleetRun sh(String name, String script) {
    services.add(ServiceSpec.of(name, List.of("sh", "-c", script), folder));
    return this;
  }

  FleetRun service(String name, List<String> command, @Nullable String ready, int port) {
    services.add(
        new ServiceSpec(
            name, command, folder, Map.of(), ready, List.of(), port, null, List.of(), List.of(),
            List.of(), List.of()));
    return this;
  }

  FleetRun go() throws IOException {
    FleetSpec spec = new FleetSpec(folder, services, start, stop, env, attach);
    fleet = new ProcessFleet(spec, tap, workspace, clock, exits::add, SESSION);
    fleet.start();
    return this;
  }

  ProcessFleet fleet() {
    ProcessFleet running = fleet;
    if (running == null) {
      throw new IllegalStateException("go() first");
    }
    return running;
  }

  FleetRun awaitReady() {
    fleet().awaitReady(LONG);
    return this;
  }

  ServiceState state(String name) {
    return fleet().services().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  /** The next line that matches; those before it are passed over. */
  RawLine line(Predicate<RawLine> wanted) throws InterruptedException {
    while (true) {
      RawLine line = lines.poll(LONG.toSeconds(), TimeUnit.SECONDS);
      assertThat(line).as("a line that does not come").isNotNull();
      if (line != null && wanted.test(line)) {
        return line;
      }
    }
  }

  /** The pid that follows the word in a line. */
  ProcessHandle pidAfter(String word) throws InterruptedException {
    String text = line(l -> l.text().startsWith(word + " ")).text();
    return ProcessHandle.of(Long.parseLong(text.substring(word.length() + 1).strip()))
        .orElseThrow();
  }

  ServiceExit exit() throws InterruptedException {
    ServiceExit exit = exits.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    assertThat(exit).as("an exit that does not come").isNotNull();
    return java.util.Objects.requireNonNull(exit);
  }

  List<RawLine> lines() {
    return List.copyOf(lines);
  }

  byte[] log(String name) throws IOException {
    return Files.readAllBytes(workspace.log(name));
  }

  String text(String name) throws IOException {
    return Files.readString(workspace.log(name));
  }

  @Override
  public void close() {
    if (fleet != null) {
      fleet.close();
    }
    tap.close();
    clock.close();
  }
}
