package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.EventObserver.Kind;
import io.streamsmonitor.envelope.EventObserver.Step;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls an observer, if there is one, and survives it. */
final class Observation {
  private final @Nullable EventObserver observer;

  Observation(@Nullable EventObserver observer) {
    this.observer = observer;
  }

  boolean isOff() {
    return observer == null;
  }

  Step begin(Kind kind, String stream, @Nullable MessageContext message, EventContext context) {
    if (observer != null) {
      try {
        return new Careful(observer.begin(kind, stream, message, context), context);
      } catch (RuntimeException | LinkageError e) {
        return new Careful(null, context);
      }
    }
    return new Careful(null, context);
  }

  /** The handler with the context of its message open, and observed. */
  MessageHandler around(MessageHandler handler) {
    return (event, message) -> {
      EventContext context = EventContext.handling(event, message.messageId());
      try (Step step = begin(Kind.PROCESS, message.stream(), message, context)) {
        Scope open = step.context().open();
        try {
          handler.on(event, message);
        } catch (Throwable thrown) {
          step.failed(thrown);
          throw thrown;
        } finally {
          open.close();
        }
      }
    };
  }

  boolean settle(MessageContext message, BooleanSupplier acknowledge) {
    if (observer == null) {
      return acknowledge.getAsBoolean();
    }
    EventContext context = EventContext.handling(message.event(), message.messageId());
    try (Step step = begin(Kind.SETTLE, message.stream(), message, context)) {
      try {
        return acknowledge.getAsBoolean();
      } catch (RuntimeException e) {
        step.failed(e);
        throw e;
      }
    }
  }

  /** A step that neither throws nor is missing. */
  private record Careful(@Nullable Step step, EventContext given) implements Step {
    @Override
    public EventContext context() {
      try {
        return step == null ? given : step.context();
      } catch (RuntimeException | LinkageError e) {
        return given;
      }
    }

    @Override
    public void stored(String messageId) {
      tell(observed -> observed.stored(messageId));
    }

    @Override
    public void failed(Throwable thrown) {
      tell(observed -> observed.failed(thrown));
    }

    @Override
    public void close() {
      tell(Step::close);
    }

    private void tell(Consumer<Step> what) {
      if (step != null) {
        try {
          what.accept(step);
        } catch (RuntimeException | LinkageError e) {
          // The event goes on without being observed.
          return;
        }
      }
    }
  }
}
