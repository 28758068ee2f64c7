package io.streamsmonitor.core.agent;

import io.streamsmonitor.core.clock.Lane;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.journal.FindingDesk;
import io.streamsmonitor.core.journal.FindingFeed;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The duties that one instance of an agent registered, on its lane. */
final class Duties implements AgentContext {
  private record Periodic(Duration period, String name, BooleanSupplier due, Tick tick) {}

  private static final class Once {
    final String name;
    final Tick tick;
    boolean done;

    Once(String name, Tick tick) {
      this.name = name;
      this.tick = tick;
    }
  }

  private final Agent agent;
  private final Lane lane;
  private final Stage stage;
  private final FindingDesk desk;
  private final AgentTime time;
  private final @Nullable Tape tape;
  private final BiConsumer<String, Throwable> failures;
  private final List<Periodic> periodics = new ArrayList<>();
  private final List<Once> onces = new ArrayList<>();
  private volatile boolean ended;
  private boolean closing;
  private @Nullable Runnable mark;

  Duties(
      Agent agent,
      Lane lane,
      Stage stage,
      FindingDesk desk,
      AgentTime time,
      BiConsumer<String, Throwable> failures) {
    this.agent = agent;
    this.lane = lane;
    this.stage = stage;
    this.desk = desk;
    this.time = time;
    this.tape = stage.tape();
    this.failures = failures;
  }

  Agent agent() {
    return agent;
  }

  Lane lane() {
    return lane;
  }

  /** From now on the instance can say nothing more. */
  void end() {
    ended = true;
  }

  /** Every periodic duty once more, the heartbeat last, then what is due at the close. */
  void closing() {
    closing = true;
    List<Periodic> last =
        new ArrayList<>(periodics.subList(Math.min(1, periodics.size()), periodics.size()));
    last.forEach(this::run);
    List.copyOf(onces).forEach(this::once);
    periodics.stream().limit(1).forEach(this::run);
  }

  @Override
  public Instant now() {
    return time.instant();
  }

  @Override
  public Instant passing() {
    return stage.clock().now();
  }

  @Override
  public Window window() {
    return stage.window();
  }

  @Override
  public Workspace workspace() {
    return stage.workspace();
  }

  @Override
  public void report(Draft draft) {
    if (ended) {
      throw new IllegalStateException("this instance of " + agent.id().name() + " was replaced");
    }
    mark();
    desk.accept(draft);
  }

  @Override
  public FindingFeed feed() {
    mark();
    return stage.feed();
  }

  @Override
  public void every(Duration period, String duty, Tick tick) {
    every(period, duty, () -> true, tick);
  }

  @Override
  public void every(Duration period, String duty, BooleanSupplier due, Tick tick) {
    Periodic periodic = new Periodic(period, duty, due, tick);
    periodics.add(periodic);
    schedule(periodic, passing().plus(period));
  }

  private void run(Periodic periodic) {
    if (periodic.due().getAsBoolean()) {
      guarded(periodic.name(), periodic.tick());
    }
  }

  private void schedule(Periodic periodic, Instant due) {
    if (!due.isBefore(window().deadline())) {
      return;
    }
    lane.at(
        due,
        () -> {
          if (!closing) {
            run(periodic);
            Instant next = due.plus(periodic.period());
            schedule(periodic, next.isBefore(passing()) ? passing() : next);
          }
        });
  }

  @Override
  public void at(double fraction, String duty, Tick tick) {
    Once once = new Once(duty, tick);
    onces.add(once);
    if (fraction < 1.0) {
      lane.at(window().at(fraction), () -> once(once));
    }
  }

  private void once(Once once) {
    if (!once.done) {
      once.done = true;
      guarded(once.name, once.tick);
    }
  }

  @Override
  public <E> void on(Class<E> type, Consumer<E> handler) {
    stage.events().subscribe(type, lane, event -> guarded(event, () -> handler.accept(event)));
  }

  @Override
  public void publish(Object event) {
    if (tape != null) {
      tape.told(event.getClass());
    }
    mark();
    stage.events().publish(event);
  }

  @Override
  public void progress() {
    lane.progress();
  }

  private void guarded(String duty, Tick tick) {
    isolated(duty, () -> standing(duty, tick));
  }

  private void guarded(Object event, Tick tick) {
    Instant at = event instanceof RawLine line ? line.arrived() : passing();
    isolated(
        event.getClass().getSimpleName(),
        () -> {
          time.stand(at);
          mark = tape == null ? null : () -> tape.event(agent.id(), now(), event);
          run(tick);
        });
  }

  /** Runs the duty while the agent's time stands still. */
  void standing(String duty, Tick tick) throws Exception {
    time.stand(passing());
    mark = tape == null ? null : () -> tape.tick(agent.id(), now(), duty);
    run(tick);
  }

  private void run(Tick tick) throws Exception {
    try {
      tick.run();
    } finally {
      mark();
      time.go();
    }
  }

  /** Records what runs, before it first says or hears anything: that is its place in the order. */
  private void mark() {
    Runnable record = mark;
    mark = null;
    if (record != null) {
      record.run();
    }
  }

  private void isolated(String duty, Tick tick) {
    if (ended) {
      return;
    }
    try {
      tick.run();
    } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
      if (!ended) {
        failures.accept(duty, e);
      }
    }
  }
}
