package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.LifecycleEvent;
import io.streamsmonitor.envelope.events.LineBuffer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends lines to a file from a thread of its own, many with one write.
 *
 * <p>Bounded: when the disk is slower than the service for long, callers wait; nothing is dropped.
 * Lines are lost only by the end of the process without {@link #close} or {@link #flush}, and by a
 * disk that refuses them, which {@link #refusedLines()} counts.
 */
public final class AsyncFileSink implements LineSink, AutoCloseable {
  /** About 1,500 lines wait for the disk at most, and as many are being written. */
  private static final int CAPACITY = 512 * 1024;

  /** The writer waits this long for company before it writes a first line. */
  private static final int GATHER_MS = 10;

  /** With so much it writes at once: fewer writes, fewer turns of two threads on one core. */
  private static final int ENOUGH = CAPACITY / 2;

  private final WritableByteChannel out;
  private final ThreadLocal<LineBuffer> buffers = ThreadLocal.withInitial(LineBuffer::new);
  private final Object lock = new Object();
  private final Thread writer = new Thread(this::write, "lifecycle lines");

  // All below: only under the lock.
  private ByteBuffer filling = ByteBuffer.allocateDirect(CAPACITY);
  private int filledLines;
  private boolean idle;
  private boolean writing;
  private boolean closed;
  private int flushing;
  private long refused;

  private AsyncFileSink(WritableByteChannel out) {
    this.out = out;
    writer.setDaemon(true);
    writer.start();
  }

  /** Appends to this file, created where it is missing. */
  public static AsyncFileSink to(Path file) {
    try {
      return new AsyncFileSink(
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot append to " + file, e);
    }
  }

  static AsyncFileSink to(OutputStream out) {
    return new AsyncFileSink(Channels.newChannel(out));
  }

  @Override
  public void emit(LifecycleEvent event) {
    LineBuffer line = buffers.get();
    line.fill(event);
    write(line);
  }

  @Override
  public void write(LineBuffer line) {
    boolean interrupted = false;
    synchronized (lock) {
      int length = line.length();
      // A line larger than the whole buffer is let through when the buffer is empty.
      while (!closed && filling.position() > 0 && filling.remaining() < length) {
        interrupted |= pause(100);
      }
      restore(interrupted);
      if (closed) {
        refused += line.lines();
        return;
      }
      if (length > filling.capacity()) {
        filling = ByteBuffer.allocateDirect(length);
      }
      boolean some = filling.position() > ENOUGH;
      filling.put(line.bytes(), 0, length);
      filledLines += line.lines();
      // Waking the writer for every line would cost more than the line.
      if (idle || (!some && filling.position() > ENOUGH)) {
        idle = false;
        lock.notifyAll();
      }
    }
  }

  /** How many lines the disk refused, or came after the sink was closed. */
  public long refusedLines() {
    synchronized (lock) {
      return refused;
    }
  }

  @Override
  public void flush() {
    boolean interrupted = false;
    synchronized (lock) {
      flushing++;
      lock.notifyAll();
      while ((filling.position() > 0 || writing) && writer.isAlive()) {
        interrupted |= pause(100);
      }
      flushing--;
    }
    restore(interrupted);
  }

  @Override
  public void close() {
    flush();
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    try {
      writer.join();
      out.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write() {
    ByteBuffer spare = ByteBuffer.allocateDirect(CAPACITY);
    while (true) {
      ByteBuffer full;
      int lines;
      synchronized (lock) {
        awaitLines();
        if (filling.position() == 0) {
          return;
        }
        full = filling;
        lines = filledLines;
        filling = spare;
        filledLines = 0;
        writing = true;
        lock.notifyAll();
      }
      boolean taken = append(full);
      synchronized (lock) {
        refused += taken ? 0 : lines;
        writing = false;
        lock.notifyAll();
      }
      spare = full.capacity() == CAPACITY ? full.clear() : ByteBuffer.allocateDirect(CAPACITY);
    }
  }

  private void awaitLines() {
    if (filling.position() == 0 && !closed) {
      // Mostly the next line is near: it need not pay for waking anybody.
      pause(GATHER_MS);
    }
    while (filling.position() == 0 && !closed) {
      idle = true;
      pause(1000);
    }
    idle = false;
    if (filling.position() <= ENOUGH && flushing == 0 && !closed) {
      pause(GATHER_MS);
    }
  }

  private boolean append(ByteBuffer bytes) {
    try {
      bytes.flip();
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      // The next lines may find more room on the disk: the writer must live on.
      return false;
    }
  }

  /** Waits for the other side; {@code true} when somebody wanted to interrupt that. */
  @SuppressWarnings("WaitNotInLoop") // Callers look again; the one that does not only writes early.
  private boolean pause(int ms) {
    try {
      lock.wait(ms);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** An interrupt is meant for what the caller does next, not for the line it writes now. */
  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
