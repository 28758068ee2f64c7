package io.streamsmonitor.agents.replay;

import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.agent.Tick;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One agent that does again what it did: each duty and each event when the tape says so. */
final class ReplayedAgent implements AgentContext {
  private final Supplier<Agent> supplier;
  private final Scene scene;
  private final FindingDesk desk;
  private final Map<String, Tick> duties = new HashMap<>();
  private final Map<String, Consumer<Object>> handlers = new HashMap<>();
  private final Map<String, Deque<Object>> told = new HashMap<>();

  /** What all replayed agents share: the time that stands still, the folder, the others. */
  interface Scene {
    Instant now();

    Window window();

    Workspace workspace();

    FindingFeed feed();

    void publish(Object event);
  }

  ReplayedAgent(Supplier<Agent> supplier, Scene scene, FindingDesk desk) {
    this.supplier = supplier;
    this.scene = scene;
    this.desk = desk;
  }

  FindingDesk desk() {
    return desk;
  }

  /** Does the duty again; the start makes a new instance. */
  void tick(String duty) throws IOException {
    if (duty.equals("start")) {
      duties.clear();
      handlers.clear();
      Agent agent = supplier.get();
      run(() -> agent.start(this));
      return;
    }
    Tick tick = duties.get(duty);
    if (tick != null) {
      run(tick);
    }
  }

  /** Handles the next of the events that other agents told. */
  void told(String type) {
    Deque<Object> waiting = told.get(type);
    if (waiting != null && !waiting.isEmpty()) {
      handle(waiting.remove());
    }
  }

  void handle(Object event) {
    Consumer<Object> handler = handlers.get(event.getClass().getSimpleName());
    if (handler != null) {
      handler.accept(event);
    }
  }

  /** Keeps an event of another agent until the tape says that it was handled. */
  void hear(Object event) {
    told.computeIfAbsent(event.getClass().getSimpleName(), k -> new ArrayDeque<>()).add(event);
  }

  private static void run(Tick tick) throws IOException {
    try {
      tick.run();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @Override
  public Instant now() {
    return scene.now();
  }

  @Override
  public Window window() {
    return scene.window();
  }

  @Override
  public Workspace workspace() {
    return scene.workspace();
  }

  @Override
  public void report(Draft draft) {
    desk.accept(draft);
  }

  @Override
  public FindingFeed feed() {
    return scene.feed();
  }

  @Override
  public void every(Duration period, String duty, Tick tick) {
    duties.put(duty, tick);
  }

  /** The tape names only what was due. */
  @Override
  public void every(Duration period, String duty, BooleanSupplier due, Tick tick) {
    duties.put(duty, tick);
  }

  @Override
  public void at(double fraction, String duty, Tick tick) {
    duties.put(duty, tick);
  }

  @Override
  public <E> void on(Class<E> type, Consumer<E> handler) {
    handlers.put(type.getSimpleName(), event -> handler.accept(type.cast(event)));
  }

  @Override
  public void publish(Object event) {
    scene.publish(event);
  }

  @Override
  public void progress() {}
}
