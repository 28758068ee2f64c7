package io.streamsmonitor.testkit;

import io.streamsmonitor.core.agent.SessionEvents;
import io.streamsmonitor.core.clock.Lane;
import io.streamsmonitor.core.clock.SessionClock;
import io.streamsmonitor.core.fleet.Fleet;
import io.streamsmonitor.core.fleet.ServiceState;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Slug;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services that write lines at given times after their start, and run until they are stopped. */
public final class ScriptedFleet implements Fleet {
  private record Cue(String service, Duration after, String line) {}

  private final SessionClock clock;
  private final SessionEvents events;
  private final List<String> services;
  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private boolean running;

  public ScriptedFleet(SessionClock clock, SessionEvents events, List<String> services) {
    this.clock = clock;
    this.events = events;
    this.services = List.copyOf(services);
  }

  /** The service writes the line so long after the fleet's start. */
  public ScriptedFleet says(String service, Duration after, String line) {
    cues.add(new Cue(service, after, line));
    return this;
  }

  @Override
  public void start() {
    running = true;
    Lane lane = clock.lane("fleet");
    for (Cue cue : cues) {
      lane.at(clock.now().plus(cue.after()), () -> say(cue));
    }
  }

  private void say(Cue cue) {
    byte[] bytes = cue.line().getBytes(StandardCharsets.UTF_8);
    long offset = offsets.merge(cue.service(), bytes.length + 1L, Long::sum) - bytes.length - 1;
    String file = "logs/" + Slug.of(cue.service()) + ".log";
    events.publish(new RawLine(cue.service(), file, offset, bytes, clock.now(), false, 0));
  }

  @Override
  public void awaitReady(Duration limit) {}

  @Override
  public List<ServiceState> services() {
    return services.stream()
        .map(name -> new ServiceState(name, 1, running, true, "script", 0, null, List.of()))
        .toList();
  }

  @Override
  public List<String> stop(Duration drain) {
    running = false;
    return services.stream().map(name -> name + " stopped").toList();
  }

  @Override
  public List<String> remaining() {
    return List.of();
  }

  @Override
  public void close() {
    running = false;
  }
}
