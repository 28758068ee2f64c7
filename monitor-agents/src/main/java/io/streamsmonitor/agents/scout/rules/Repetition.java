package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Site;
import io.streamsmonitor.agents.source.streams.StreamCall;
import java.util.Set;

/** Whether a call is made again and again. */
final class Repetition {
  private static final int FARTHEST_CALLER = 3;
  private static final Set<String> SCHEDULERS =
      Set.of(
          "scheduleAtFixedRate",
          "scheduleWithFixedDelay",
          "schedule",
          "setInterval",
          "generate",
          "interval",
          "repeat");

  private static final Set<String> POLLERS =
      Set.of(
          "ScheduledPollConsumer",
          "ScheduledBatchPollingConsumer",
          "TimerTask",
          "AbstractScheduledService",
          "Job",
          "QuartzJobBean");
  private static final Set<String> POLLED =
      Set.of("poll", "run", "runOneIteration", "execute", "executeInternal");

  private Repetition() {}

  static boolean of(CodeView view, StreamCall call) {
    return in(view, call.home(), call.method(), call.call().namePos(), FARTHEST_CALLER);
  }

  private static boolean in(CodeView view, Home home, MethodFacts method, int pos, int left) {
    if (loops(method, pos) || scheduled(method, pos) || isPolled(home, method)) {
      return true;
    }
    if (left == 0) {
      return false;
    }
    return referenced(home, method)
        || view.names().calls().sites(home, method).stream()
            .filter(s -> !s.method().equals(method))
            .anyMatch(s -> callerRepeats(view, s, left));
  }

  private static boolean callerRepeats(CodeView view, Site site, int left) {
    return in(view, site.home(), site.method(), site.pos(), left - 1);
  }

  /** A loop that goes on by condition; one over given elements ends. */
  private static boolean loops(MethodFacts m, int pos) {
    return m.around(pos)
        .anyMatch(b -> b.is(Block.Kind.LOOP) && !(b.condition() instanceof Expr.Each));
  }

  private static boolean scheduled(MethodFacts m, int pos) {
    boolean noted = m.notes().stream().anyMatch(n -> n.name().equals("Scheduled"));
    boolean handed =
        m.around(pos)
            .filter(b -> b.is(Block.Kind.LAMBDA))
            .anyMatch(
                b ->
                    m.calls().stream()
                        .anyMatch(
                            c ->
                                SCHEDULERS.contains(c.name())
                                    && c.args().stream().anyMatch(a -> a.pos() == b.from())));
    return noted || handed;
  }

  /** A method that a framework's base class calls again and again. */
  private static boolean isPolled(Home home, MethodFacts method) {
    return POLLED.contains(method.name())
        && home.type().supers().stream().anyMatch(POLLERS::contains);
  }

  /** {@code scheduler.scheduleAtFixedRate(this::poll, …)}. */
  private static boolean referenced(Home home, MethodFacts method) {
    return home.type().methods().stream()
        .flatMap(m -> m.calls().stream())
        .filter(c -> SCHEDULERS.contains(c.name()))
        .flatMap(c -> c.args().stream())
        .anyMatch(a -> a instanceof Expr.MethodRef r && r.name().equals(method.name()));
  }
}
