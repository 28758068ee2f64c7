package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.model.RawLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** What is known of one service while it runs. Thread-safe. */
final class ServiceWatch {
  private static final int LAST_LINES = 20;
  private static final int LINE_CHARS = 2000;

  /**
   * A service that has said so many things, and no trouble among them, has got beyond its start.
   */
  private static final int AT_WORK = 3;

  private final String name;
  private final ReadySignal signal;
  private final InstantSource clock;
  private final Runnable changed;
  private final ArrayDeque<String> last = new ArrayDeque<>();
  private Instant started;
  private long pid;
  private boolean portCounts;
  private @Nullable String readyBy;
  private long readyMs = -1;
  private @Nullable Integer exitCode;
  private boolean failed;
  private int lines;
  private Instant lastLine = Instant.MIN;

  /**
   * @param changed called, without a lock held, when it became ready or ended
   */
  ServiceWatch(String name, ReadySignal signal, InstantSource clock, Runnable changed) {
    this.name = name;
    this.signal = signal;
    this.clock = clock;
    this.changed = changed;
    this.started = clock.instant();
    this.portCounts = signal.port() > 0;
  }

  String name() {
    return name;
  }

  boolean hasPort() {
    return signal.port() > 0;
  }

  boolean portOpen() {
    return signal.portOpen();
  }

  /** To be asked right before the start: a port that somebody else has open is no sign of ours. */
  void beforeStart() {
    if (signal.portOpen()) {
      synchronized (this) {
        portCounts = false;
        note(
            "port "
                + signal.port()
                + " was already open before "
                + name
                + " started: another process has it, so it does not count as ready");
      }
    }
  }

  /** It was started then, as this process, or 0 where one does not know which. */
  synchronized void started(long process, Instant at) {
    started = at;
    pid = process;
    exitCode = null;
  }

  /** It could not be started. */
  void failed(String reason) {
    synchronized (this) {
      failed = true;
      note(reason);
    }
    changed.run();
  }

  void line(RawLine line) {
    synchronized (this) {
      note(line.text());
      lines++;
      lastLine = line.arrived();
      String words = readyBy == null ? signal.words(line) : null;
      if (words == null) {
        return;
      }
      ready(words);
    }
    changed.run();
  }

  /** Looks at the port, unless that is settled. */
  void look() {
    synchronized (this) {
      if (readyBy != null || !portCounts || exitCode != null || failed) {
        return;
      }
    }
    if (signal.portOpen()) {
      readyBy("port " + signal.port());
    }
  }

  void readyBy(String what) {
    synchronized (this) {
      if (readyBy == null) {
        ready(what);
      }
    }
    changed.run();
  }

  /**
   * Nobody waits for it any longer: one that has gone on writing since then, and of no trouble,
   * does its work, in words of its own.
   */
  synchronized void readyIfAtWork(Instant since) {
    if (!settled() && lines >= AT_WORK && lastLine.isAfter(since) && signal.works(last)) {
      ready("at work, without a ready line that is known: " + last.getLast());
    }
  }

  private void ready(String what) {
    readyBy = what.length() > LINE_CHARS ? what.substring(0, LINE_CHARS) : what;
    readyMs = Duration.between(started, clock.instant()).toMillis();
  }

  void ended(int code) {
    synchronized (this) {
      exitCode = code;
    }
    changed.run();
  }

  /** It was seen to run again, under its runner. */
  synchronized void revived() {
    if (exitCode != null) {
      exitCode = null;
    }
  }

  private void note(String line) {
    if (last.size() == LAST_LINES) {
      last.removeFirst();
    }
    last.add(line.length() > LINE_CHARS ? line.substring(0, LINE_CHARS) : line);
  }

  /** Whether there is nothing left to wait for: ready, ended, or never started. */
  synchronized boolean settled() {
    return readyBy != null || exitCode != null || failed;
  }

  synchronized boolean ready() {
    return readyBy != null;
  }

  /** What made it count as ready, or null. */
  synchronized @Nullable String readyWords() {
    return readyBy;
  }

  synchronized boolean ended() {
    return exitCode != null;
  }

  synchronized ServiceState state(long process, boolean alive) {
    return new ServiceState(
        name,
        process == 0 ? pid : process,
        alive,
        readyBy != null,
        readyBy,
        readyMs,
        exitCode,
        last.stream().toList());
  }
}
