package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.LifecycleEvent;
import io.streamsmonitor.envelope.events.LineBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each event as one line of JSON, with one write and no line torn by another thread. */
public final class JsonLineSink implements LineSink, AutoCloseable {
  private final ThreadLocal<LineBuffer> buffers = ThreadLocal.withInitial(LineBuffer::new);
  private final OutputStream out;
  private final boolean owned;

  private JsonLineSink(OutputStream out, boolean owned) {
    this.out = out;
    this.owned = owned;
  }

  /** Lines to standard output, where process managers and containers collect them. */
  public static JsonLineSink stdout() {
    return new JsonLineSink(System.out, false);
  }

  /** Lines to a stream of the caller's, who also closes it. */
  public static JsonLineSink to(OutputStream out) {
    return new JsonLineSink(out, false);
  }

  /** Lines appended to a file, created where it is missing; closed with the sink. */
  public static JsonLineSink file(Path file) {
    try {
      return new JsonLineSink(
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot append to " + file, e);
    }
  }

  /**
   * Lines as messages of the slf4j logger of this name, at their own level. {@code
   * logback.LineEncoder} writes them as they are; any other backend should print the message alone.
   */
  public static EventSink slf4j(String logger) {
    Logger log = LoggerFactory.getLogger(logger);
    return event -> {
      switch (event.level()) {
        case INFO -> log.info("{}", event);
        case WARN -> log.warn("{}", event);
        case ERROR -> log.error("{}", event);
      }
    };
  }

  @Override
  public void emit(LifecycleEvent event) {
    LineBuffer line = buffers.get();
    line.fill(event);
    write(line);
  }

  @Override
  public void write(LineBuffer line) {
    try {
      synchronized (out) {
        out.write(line.bytes(), 0, line.length());
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (owned) {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
