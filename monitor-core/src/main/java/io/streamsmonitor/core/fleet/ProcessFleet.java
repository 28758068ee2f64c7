package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.model.ServiceExit;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fleet of real processes: one for each service, one command for all of them, or none where the
 * fleet runs already. Every byte they write goes through the {@link LineTap}.
 */
public final class ProcessFleet implements Fleet {
  private static final Logger log = LoggerFactory.getLogger(ProcessFleet.class);

  /** 128 + SIGINT: Ctrl-C reaches the services of a terminal as well, and is no crash. */
  private static final int INTERRUPTED = 130;

  private final FleetSpec spec;
  private final Workspace workspace;
  private final LineTap tap;
  private final SessionClock clock;
  private final Consumer<ServiceExit> exits;
  private final Launcher launcher;
  private final OwnProcesses own;
  private final FleetWatches watches;
  private final StartupLog startup;
  private final Map<String, AttachedService> attached = new LinkedHashMap<>();
  private final List<Child> children = new CopyOnWriteArrayList<>();
  private final Lookout lookout;
  private volatile @Nullable Child command;
  private volatile boolean detached;
  private volatile boolean stopping;

  /**
   * Starts nothing yet.
   *
   * @param tap the session's one way in for lines; the fleet does not close it
   * @param workspace whose {@code logs/} is there when the fleet is started
   * @param clock dates exits and measures how long services took
   * @param exits gets the end of every process, after its last line
   * @param sessionId marks the processes, as {@code STREAMS_MONITOR_SESSION}
   */
  public ProcessFleet(
      FleetSpec spec,
      LineTap tap,
      Workspace workspace,
      SessionClock clock,
      Consumer<ServiceExit> exits,
      String sessionId) {
    this.spec = spec;
    this.workspace = workspace;
    this.tap = tap;
    this.clock = clock;
    this.exits = exits;
    String fleetId = UUID.randomUUID().toString();
    launcher = new Launcher(spec.env(), sessionId, fleetId);
    own = new OwnProcesses(Launcher.FLEET + "=" + fleetId);
    watches = new FleetWatches(spec.services(), clock::now);
    startup = new StartupLog(workspace.log("startup"));
    lookout = new Lookout(this::look, own::survey);
  }

  @Override
  public void start() throws IOException {
    List<ServiceSpec> started = new ArrayList<>();
    for (ServiceSpec service : spec.services()) {
      if (!spec.attach() && service.startable()) {
        started.add(service);
      } else if (spec.attach() || spec.start().isEmpty()) {
        attached.put(service.name(), new AttachedService(service));
      }
    }
    for (ServiceSpec service : spec.services()) {
      if (!attached.containsKey(service.name())) {
        watches.of(service.name()).beforeStart();
      }
    }
    if (!spec.attach() && !spec.start().isEmpty()) {
      startAll();
    }
    started.forEach(this::start);
    lookout.begin();
  }

  private void startAll() throws IOException {
    watches.begin();
    Process process = launcher.start(spec.start(), spec.base(), Map.of());
    LineSource source = tap.open(new Attribution(spec.names()), this::fleetLine);
    Child child =
        new Child(
            Attribution.FLEET,
            process,
            source,
            startup::raw,
            code -> fleetEnded(process.pid(), code));
    command = child;
    watches.of(Attribution.FLEET).started(process.pid(), clock.now());
    begin(child);
  }

  private void start(ServiceSpec service) {
    ServiceWatch watch = watches.of(service.name());
    try {
      Process process = launcher.start(service.command(), service.workdir(), service.env());
      LineSource source = tap.open(service.name(), this::line);
      watch.started(process.pid(), clock.now());
      begin(
          new Child(
              service.name(),
              process,
              source,
              (buffer, length) -> {},
              code -> ended(watch, process.pid(), code)));
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      startup.line(service.name(), reason);
      watch.failed(reason);
    }
  }

  private void begin(Child child) {
    children.add(child);
    own.add(child.name(), child.handle());
    child.begin();
  }

  private void line(RawLine line) {
    startup.line(line);
    watches.of(line.service()).line(line);
  }

  private void fleetLine(RawLine line) {
    ServiceWatch watch = watches.of(line.service());
    watch.line(line);
    Integer code = line.service().equals(Attribution.FLEET) ? null : RunnerExit.code(line.text());
    if (code != null) {
      ended(watch, 0, code);
    } else {
      watch.revived();
    }
  }

  private void ended(ServiceWatch watch, long pid, int code) {
    watch.ended(code);
    boolean expected = stopping || code == INTERRUPTED;
    exits.accept(new ServiceExit(watch.name(), pid, code, clock.now(), expected));
  }

  /** The one command ended: with it the services, unless it was only there to start them. */
  private void fleetEnded(long pid, int code) {
    boolean left = !spec.stop().isEmpty() || !own.running().isEmpty();
    detached = code == 0 && left && !stopping;
    for (ServiceWatch watch : watches.services()) {
      if (!detached) {
        watch.ended(code);
      } else if (!watch.hasPort()) {
        watch.readyBy("the start command ended with exit 0");
      }
    }
    ended(watches.of(Attribution.FLEET), pid, code);
  }

  /** What nobody tells: pauses in a line, open ports, attached processes. */
  private void look() {
    children.forEach(Child::look);
    for (ServiceWatch watch : watches.services()) {
      AttachedService there = attached.get(watch.name());
      if (there != null && !watch.ready()) {
        there.look(watch);
      } else {
        watch.look();
      }
    }
  }

  @Override
  public void awaitReady(Duration limit) {
    watches.await(limit, command);
    startup.close();
  }

  @Override
  public List<ServiceState> services() {
    return watches.services().stream().map(this::state).toList();
  }

  private ServiceState state(ServiceWatch watch) {
    AttachedService there = attached.get(watch.name());
    if (there != null) {
      return watch.state(there.pid(), there.alive(watch));
    }
    for (Child child : children) {
      if (child.name().equals(watch.name())) {
        return watch.state(child.handle().pid(), child.alive());
      }
    }
    Child all = command;
    boolean runs = all != null && all.alive();
    boolean away = detached && (!watch.hasPort() || watch.portOpen());
    return watch.state(0, (runs || away) && !watch.ended());
  }

  @Override
  public List<String> stop(Duration drain) {
    stopping = true;
    List<String> done = new ArrayList<>();
    for (Child child : children) {
      if (!child.alive()) {
        done.add(
            child.name() + " (pid " + child.handle().pid() + ") had ended before" + child.exit());
      }
    }
    Ending ending = new Ending(own, this::exit);
    if (command != null && !spec.stop().isEmpty()) {
      StopCommand stop = new StopCommand(spec, launcher, workspace.log("shutdown"));
      done.add(stop.run(drain, own));
      ending.await(drain.minus(stop.took()));
    }
    done.addAll(ending.run(drain));
    children.forEach(Child::awaitReport);
    return done;
  }

  private String exit(ProcessHandle process) {
    return children.stream()
        .filter(child -> child.handle().equals(process))
        .map(Child::exit)
        .findFirst()
        .orElse("");
  }

  @Override
  public List<String> remaining() {
    return own.running().keySet().stream()
        .map(process -> process.pid() + " " + OwnProcesses.command(process))
        .toList();
  }

  @Override
  public void close() {
    stopping = true;
    lookout.close();
    Map<ProcessHandle, String> left = new Ending(own, this::exit).kill();
    if (!left.isEmpty()) {
      log.error("processes of the fleet that could not be killed: {}", remaining());
    }
    children.forEach(Child::awaitReport);
    startup.close();
  }
}
