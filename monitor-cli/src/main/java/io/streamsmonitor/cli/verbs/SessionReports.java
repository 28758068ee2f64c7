package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.core.clock.WallClock;
import io.streamsmonitor.core.session.SessionListener;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.format.ReportFormat;
import io.streamsmonitor.report.format.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reports of a session that runs. They are written once the window is closed, while services
 * drain and stop, which may take them long; and again at the very end, where stopping brought
 * anything new: last lines such as {@code service.shutdown}, or a process that stayed.
 */
final class SessionReports implements SessionListener {

  /**
   * Reports on disk.
   *
   * @param at when the last of them stood there
   * @param basis of what: journals and logs with their sizes
   */
  record Written(
      SessionResult result, Map<ReportFormat, Path> files, Instant at, Map<Path, Long> basis) {}

  private final Path folder;
  private final Set<ReportFormat> formats;
  private @Nullable CompletableFuture<Written> first;

  SessionReports(Path folder, Set<ReportFormat> formats) {
    this.folder = folder;
    this.formats = formats;
  }

  @Override
  public synchronized void watched() {
    CompletableFuture<Written> ahead = new CompletableFuture<>();
    Thread thread = new Thread(() -> run(ahead), "report");
    thread.setDaemon(true);
    thread.start();
    first = ahead;
  }

  private void run(CompletableFuture<Written> ahead) {
    try {
      ahead.complete(write());
    } catch (IOException | RuntimeException | Error e) {
      ahead.completeExceptionally(e);
    }
  }

  private Written write() throws IOException {
    Map<Path, Long> basis = basis();
    SessionResult result = SessionResult.of(SessionRecord.read(folder));
    Map<ReportFormat, Path> files = Reports.write(result, result.session().workspace(), formats);
    try (WallClock clock = new WallClock()) {
      return new Written(result, files, clock.now(), basis);
    }
  }

  /** The reports of the whole session, when nothing more comes; says on {@code lines} how soon. */
  synchronized Written finish(List<String> lines) throws IOException {
    Written early = early();
    Written whole = early == null || !early.basis().equals(basis()) ? write() : early;
    Instant closed = whole.result().session().time("CLOSED");
    if (closed != null) {
      lines.add(soon(early == null ? whole : early, whole, closed));
    }
    return whole;
  }

  /** What was written meanwhile; null where there was no such time, or where it went wrong. */
  private @Nullable Written early() {
    try {
      return first == null ? null : first.join();
    } catch (CompletionException e) {
      return null; // it is written again, and fails again where the fault is not one of the moment
    }
  }

  private static String soon(Written early, Written whole, Instant closed) {
    String text = "written  " + after(closed, early.at()) + " after the end of the window";
    return early == whole
        ? text
        : text + ", again at " + after(closed, whole.at()) + " with the last lines";
  }

  private static String after(Instant closed, Instant at) {
    long ms = Math.max(0, Duration.between(closed, at).toMillis());
    return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
  }

  private Map<Path, Long> basis() throws IOException {
    Map<Path, Long> sizes = new TreeMap<>();
    for (String part : List.of("findings", "logs")) {
      Path of = folder.resolve(part);
      if (Files.isDirectory(of)) {
        try (Stream<Path> files = Files.list(of)) {
          files.filter(f -> !f.endsWith("shutdown.log")).forEach(f -> sizes.put(f, size(f)));
        }
      }
    }
    return sizes;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
