package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.model.RawLine;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One source of bytes, a process or a followed file, cut into lines. Whole lines reach the file in
 * one piece; only a line that pauses or is longer than 64 KiB is written in several, with lines of
 * another source of the same service between them if there is one. Thread-safe.
 */
public final class LineSource implements AutoCloseable {
  /** Bytes of a line that are held while its end is awaited. */
  static final int HELD = 64 << 10;

  private final Function<String, ServiceLog> logs;
  private final LineRouter router;
  private final Consumer<RawLine> out;
  private final ReentrantLock lock = new ReentrantLock();
  private final LineBatch batch = new LineBatch();
  private final LineBytes held = new LineBytes();
  private @Nullable ServiceLog batched;
  private @Nullable OpenLine open;
  private @Nullable ServiceLog rest;

  LineSource(Function<String, ServiceLog> logs, LineRouter router, Consumer<RawLine> out) {
    this.logs = logs;
    this.router = router;
    this.out = out;
  }

  /**
   * Takes the next bytes; those of whole lines are in the file, and the lines given out, on return.
   * Blocks as long as the receiver of the lines does.
   */
  public void accept(byte[] buffer, int offset, int length) {
    lock.lock();
    try {
      int end = offset + length;
      for (int from = offset; from < end; ) {
        int to = lineEnd(buffer, from, end);
        take(buffer, from, to, buffer[to - 1] == '\n');
        from = to;
      }
      flush();
    } finally {
      lock.unlock();
    }
  }

  private static int lineEnd(byte[] buffer, int from, int end) {
    for (int i = from; i < end; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return end;
  }

  private void take(byte[] buffer, int from, int to, boolean whole) {
    if (open != null) {
      open.more(buffer, from, to);
      if (whole) {
        end(open, false);
      }
    } else if (rest != null) {
      rest(rest, buffer, from, to, whole);
    } else if (whole && held.size() == 0 && to - from <= HELD) {
      add(buffer, from, to);
    } else {
      held.write(buffer, from, to - from);
      if (held.size() > HELD) {
        open = begin();
        if (whole) {
          end(open, false);
        }
      } else if (whole) {
        addHeld();
      }
    }
  }

  /** What follows a line that was given out without its end. */
  private void rest(ServiceLog log, byte[] buffer, int from, int to, boolean whole) {
    if (whole && LineBytes.contentEnd(buffer, from, to) == from) {
      log.more(buffer, from, to);
      rest = null;
      return;
    }
    open = new OpenLine(log, buffer, from, to, 0);
    if (whole) {
      end(open, false);
    }
  }

  private OpenLine begin() {
    flush();
    LineRouter.Route route = router.route(held.array(), 0, held.size());
    ServiceLog log = logs.apply(route.service());
    OpenLine line = new OpenLine(log, held.array(), 0, held.size(), route.skip());
    held.clear();
    return line;
  }

  private void end(OpenLine line, boolean partial) {
    open = null;
    rest = partial ? line.log() : null;
    line.end(out, partial);
  }

  private void addHeld() {
    add(held.array(), 0, held.size());
    held.clear();
  }

  private void add(byte[] buffer, int from, int to) {
    LineRouter.Route route = router.route(buffer, from, to);
    ServiceLog log = logs.apply(route.service());
    if (log != batched) {
      flush();
      batched = log;
    }
    batch.add(buffer, from, to, route.skip());
  }

  private void flush() {
    if (batched != null) {
      batch.flush(batched, out);
    }
  }

  /**
   * Writes the unfinished line as far as it came and gives it out, marked; what comes after it is
   * given out as a line of its own. To be called after 250 ms without a byte. Does nothing while
   * {@link #accept} is at work.
   */
  public void flushPartial() {
    if (!lock.tryLock()) {
      return;
    }
    try {
      OpenLine line = open != null ? open : held.size() > 0 ? begin() : null;
      if (line != null) {
        end(line, true);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Writes and gives out an unfinished last line as it is: nothing comes after it. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (open != null) {
        end(open, false);
      } else if (held.size() > 0) {
        addHeld();
        flush();
      }
      rest = null;
    } finally {
      lock.unlock();
    }
  }
}
