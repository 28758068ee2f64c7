package io.streamsmonitor.cli.console;

import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The lines that say how a session stands: time left, counts by severity, streams. */
final class StatusBlock {
  private static final int BAR = 20;
  static final int STREAMS = 12;
  private static final int NAME = 28;
  private final Ink ink;

  StatusBlock(Ink ink) {
    this.ink = ink;
  }

  /** One line: time, bar, counts of open findings. */
  String headline(Window window, Instant now, Collection<Finding> findings) {
    Duration passed = Duration.between(window.start(), now);
    long left = Math.max(0, Duration.between(now, window.deadline()).toSeconds());
    double part = Math.min(1, (double) passed.toMillis() / window.length().toMillis());
    int full = (int) Math.round(part * BAR);
    StringBuilder line =
        new StringBuilder("T+" + time(passed) + " [" + "#".repeat(full) + ".".repeat(BAR - full));
    line.append("] ").append(left).append("s left ");
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.open() && f.severity() == severity).count();
      line.append(' ').append(ink.severity(severity, word(severity))).append(' ').append(count);
    }
    return line.toString();
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "CRIT";
      case MEDIUM -> "MED";
      default -> severity.name();
    };
  }

  /** A table of the streams, the most troubled first. */
  List<String> streams(Collection<StreamSnapshot> streams) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ink.dim(
            String.format(
                Locale.ROOT,
                "  %-" + NAME + "s %9s %9s %9s %9s",
                "stream",
                "length",
                "lag",
                "pending",
                "oldest")));
    streams.stream()
        .sorted(
            Comparator.comparingLong(StatusBlock::lag)
                .thenComparingLong(StatusBlock::pending)
                .reversed()
                .thenComparing(StreamSnapshot::name))
        .limit(STREAMS)
        .forEach(s -> lines.add(row(s)));
    if (streams.size() > STREAMS) {
      lines.add("  ... " + (streams.size() - STREAMS) + " more");
    }
    return lines;
  }

  private static String row(StreamSnapshot s) {
    long oldest =
        s.groups().stream().mapToLong(GroupSnapshot::oldestPendingMs).max().orElse(0) / 1000;
    String name = s.name().display();
    return String.format(
        Locale.ROOT,
        "  %-" + NAME + "s %9d %9d %9d %9s",
        name.length() > NAME ? name.substring(0, NAME - 1) + "~" : name,
        s.length(),
        lag(s),
        pending(s),
        pending(s) == 0 ? "-" : oldest + "s");
  }

  private static long lag(StreamSnapshot s) {
    return s.groups().stream()
        .map(GroupSnapshot::lag)
        .filter(Objects::nonNull)
        .mapToLong(Lag::value)
        .max()
        .orElse(0);
  }

  private static long pending(StreamSnapshot s) {
    return s.groups().stream().mapToLong(GroupSnapshot::pending).sum();
  }

  static String time(Duration d) {
    long s = Math.max(0, d.toSeconds());
    return String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60);
  }
}
