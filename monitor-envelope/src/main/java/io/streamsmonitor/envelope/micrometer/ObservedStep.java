package io.streamsmonitor.envelope.micrometer;

import io.micrometer.observation.Observation;
import io.streamsmonitor.envelope.EventContext;
import io.streamsmonitor.envelope.EventObserver.Step;

/** A step with its observation, current on the thread until it is closed. */
final class ObservedStep implements Step {
  private final Observation observation;
  private final EventContext context;
  private final Observation.Scope current;

  @SuppressWarnings("MustBeClosedChecker") // close() closes it, on the same thread.
  ObservedStep(Observation observation, EventContext context) {
    this.observation = observation;
    this.context = context;
    this.current = observation.openScope();
  }

  @Override
  public EventContext context() {
    return context;
  }

  @Override
  public void stored(String messageId) {
    observation.highCardinalityKeyValue("messageId", messageId);
  }

  @Override
  public void failed(Throwable thrown) {
    observation.error(thrown);
  }

  @Override
  public void close() {
    current.close();
    observation.stop();
  }
}
