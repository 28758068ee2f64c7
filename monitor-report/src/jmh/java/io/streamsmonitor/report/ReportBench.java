package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.core.workspace.Files0600;
import io.streamsmonitor.core.workspace.Workspace;
import io.streamsmonitor.report.format.ReportFormat;
import io.streamsmonitor.report.format.Reports;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All formats of a large session: {@code report.ReportBench [FINDINGS STREAMS [FOLDER]]}, by default
 * 100,000 findings and ten minutes of 1,000 streams. With a folder the session is left there, for
 * the verbs to be measured on.
 *
 * <p>Run it with {@code BENCH_JAVA_OPTS=-Xmx512m}, or with {@code -XX:+UseSerialGC}, as the
 * launcher starts the monitor. The virtual machine's own choice, G1 with a quarter of the memory,
 * lets its young generation grow over gigabytes that were never touched: up to six seconds go to
 * the system for clearing their pages, none of them to the report.
 */
public final class ReportBench {
  private static final List<Severity> SEVERITIES = List.of(Severity.values());
  private static final int POLLS = 41;
  private static final List<String> CATEGORIES =
      List.of("CONSUMER_LAG", "STUCK_MESSAGE", "MISSING_ACK", "UNBOUNDED_STREAM", "DEAD_CONSUMER");
  private static final List<AgentId> AGENTS =
      List.of(
          AgentId.LOG_WATCHER,
          AgentId.STREAM_ANALYST,
          AgentId.CONFIG_AUDITOR,
          AgentId.ENHANCEMENT_SCOUT);

  private ReportBench() {}

  public static void main(String[] args) throws IOException {
    int findings = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int streams = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    Path folder =
        args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("report-bench");
    try {
      fill(new SampleSession(folder), findings, streams);
      measure(folder);
    } finally {
      if (args.length <= 2) {
        delete(folder);
      }
    }
  }

  private static void measure(Path folder) throws IOException {
    long start = System.nanoTime();
    SessionRecord record = SessionRecord.read(folder);
    long read = System.nanoTime();
    SessionResult result = SessionResult.of(record);
    long decided = System.nanoTime();
    say("read", start, read, -1);
    say("decide", read, decided, -1);
    Workspace workspace = new Workspace(folder);
    Reports.write(result, workspace, EnumSet.noneOf(ReportFormat.class));
    say("all-findings.json", decided, System.nanoTime(), Files.size(workspace.allFindings()));
    for (ReportFormat format : ReportFormat.values()) {
      long before = System.nanoTime();
      Path file = workspace.report(result.id(), format.extension());
      Files0600.write(file, out -> format.write(result, out));
      say(format.word(), before, System.nanoTime(), Files.size(file));
    }
    long all = System.nanoTime();
    SessionResult again = SessionResult.of(SessionRecord.read(folder));
    Reports.write(again, workspace, EnumSet.allOf(ReportFormat.class));
    say("folder to all formats, cold", start, all, -1);
    say("folder to all formats, warm", all, System.nanoTime(), -1);
    System.out.printf(
        Locale.ROOT,
        "findings %d, streams %d, heap allowed %d MB%n",
        result.session().findings().size(),
        result.streams().size(),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static void say(String what, long from, long to, long bytes) {
    String size = bytes < 0 ? "" : String.format(Locale.ROOT, "%,14d bytes", bytes);
    System.out.printf(Locale.ROOT, "%-30s %8.0f ms%s%n", what, (to - from) / 1e6, size);
  }

  private static void fill(SampleSession session, int findings, int streams) {
    for (int p = 0; p < POLLS; p++) {
      session.poll(p * 15L, state(streams, p));
    }
    session.baseline(state(streams, 0)).last(state(streams, POLLS));
    int part = findings / AGENTS.size();
    for (AgentId agent : AGENTS) {
      Draft[] drafts = new Draft[part];
      for (int i = 0; i < part; i++) {
        drafts[i] = draft(agent, i, streams);
      }
      session.says(agent, 30, drafts);
    }
    session.read();
  }

  private static Draft draft(AgentId agent, int i, int streams) {
    Severity severity = SEVERITIES.get(i % SEVERITIES.size());
    String category = CATEGORIES.get(i % CATEGORIES.size());
    String rule = agent.name().toLowerCase(Locale.ROOT) + ".r" + i % 40;
    return Draft.of(SampleSession.rule(rule, category, severity, "What went wrong"))
        .stream("stream-" + i % streams)
        .service("service-" + i % 50)
        .qualifier("q" + i)
        .title("Group payments is " + i + " entries behind on stream-" + i % streams)
        .evidence("2026-11-23 20:00:01.000 ERROR read timed out after 5000 ms, order " + i)
        .hypothesis("a slow card service holds the handler")
        .detail("expected", "lag of at most 100")
        .location(new Location("service/src/Main.java", 1 + i % 900));
  }

  private static StreamSnapshot[] state(int streams, int poll) {
    StreamSnapshot[] state = new StreamSnapshot[streams];
    for (int i = 0; i < streams; i++) {
      GroupSnapshot group = SampleSession.group("payments", 2, poll * (i % 9L), "1-0");
      state[i] = SampleSession.stream("stream-" + i, 100L * poll + i, group);
    }
    return state;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
