package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.agents.logs.problem.Problem;
import io.streamsmonitor.agents.logs.problem.ProblemJudge;
import io.streamsmonitor.agents.logs.scan.LineScan;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.trace.StackTrace;
import io.streamsmonitor.agents.logs.trace.TraceJoiner;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.redact.SecretHit;
import io.streamsmonitor.core.redact.Secrets;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Every problem line and every line with a secret of a file, one by one and not merged, in the
 * order of the file; a stack trace counts at its first line. Its memory does not grow.
 */
public final class ProblemList {
  private final Secrets secrets;
  private final Consumer<ProblemLine> out;
  private final ProblemRules rules = new ProblemRules();

  public ProblemList(Secrets secrets, Consumer<ProblemLine> out) {
    this.secrets = secrets;
    this.out = out;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read to its end; what was found so far was given out
   */
  public void read(LogInput input) throws IOException {
    Listing listing = new Listing();
    try {
      new FileScan(input, listing).run(secrets.extended() ? null : new LineScan(LogNeedles.calm()));
    } finally {
      listing.end();
    }
  }

  private final class Listing implements LineReader {
    private final SecretWatch watch = new SecretWatch(secrets, new byte[1]);
    private final TraceJoiner joiner = new TraceJoiner(this::entry);

    /** Secrets of lines whose entry is not judged yet. */
    private final Deque<ProblemLine> leaks = new ArrayDeque<>();

    private final Repeats<Optional<ProblemLine>> repeats = new Repeats<>();
    private final List<ProblemLine> judged = new ArrayList<>();

    @Override
    public void line(RawLine raw) {
      take(raw);
    }

    private LogEvent take(RawLine raw) {
      LogEvent event = LogParser.parse(raw);
      if (watch.insideKey(event)) {
        return event;
      }
      // A line is given to the joiner before its own secrets are: what it ends comes before it.
      joiner.accept(event);
      List<SecretHit> hits = secrets.find(event.text());
      if (!hits.isEmpty()) {
        leaks.add(ProblemLine.secret(raw, hits));
      }
      if (leaks.size() > 1_000) {
        joiner.end();
        flush(Long.MAX_VALUE);
      }
      return event;
    }

    @Override
    public void record(byte[] b, int from, int head, int to, Supplier<List<RawLine>> lines) {
      joiner.end();
      flush(Long.MAX_VALUE);
      Optional<ProblemLine> like = secrets.extended() ? null : repeats.look(b, from, head, to);
      List<RawLine> raw = lines.get();
      if (like != null) {
        like.ifPresent(line -> out.accept(line.of(raw.get(0))));
        return;
      }
      judged.clear();
      List<LogEvent> events = raw.stream().map(this::take).toList();
      joiner.end();
      boolean clean = leaks.isEmpty() && !watch.inside(raw.get(0).service());
      flush(Long.MAX_VALUE);
      boolean first = judged.size() == 1 && judged.get(0).line() == raw.get(0).line();
      if (clean
          && !secrets.extended()
          && (first || judged.isEmpty())
          && repeats.typical(b, events)) {
        repeats.learn(judged.stream().findFirst());
      }
    }

    @Override
    public void calm(CalmLines lines) {
      joiner.end();
      watch.passed(lines.service());
      flush(Long.MAX_VALUE);
    }

    private void entry(LogEntry entry) {
      LogEvent first = entry.first();
      StackTrace stack = entry.stack();
      Problem problem = ProblemJudge.judge(first, stack);
      long line = first.raw().line();
      flush(line);
      if (problem != null) {
        give(rules.line(entry, problem, stack));
      }
      if (!entry.hasTrace()) {
        entry.more().forEach(this::alone);
      }
    }

    /** An exception that was named below a line and came without frames. */
    private void alone(LogEvent line) {
      flush(line.raw().line());
      Problem problem = ProblemJudge.judge(line, null);
      if (problem != null && !line.text().startsWith(" ")) {
        give(rules.line(new LogEntry(line), problem, null));
      }
    }

    private void give(ProblemLine found) {
      if (judged.size() < 2) {
        judged.add(found);
      }
      out.accept(found);
    }

    /** Gives out the secrets of lines before this one. */
    private void flush(long line) {
      while (!leaks.isEmpty() && leaks.getFirst().line() < line) {
        out.accept(leaks.removeFirst());
      }
    }

    void end() {
      joiner.end();
      flush(Long.MAX_VALUE);
    }
  }
}
