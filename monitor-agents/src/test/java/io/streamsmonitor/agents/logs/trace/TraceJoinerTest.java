package io.streamsmonitor.agents.logs.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.LogParser;
import io.streamsmonitor.agents.logs.trace.TraceSamples.Sample;
import io.streamsmonitor.core.model.RawLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceJoinerTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final String[] BETWEEN = {
    "2026-01-02 03:04:06.000 INFO  [main] c.a.Orders - order 17 handled",
    "{\"level\":\"info\",\"timestamp\":\"2026-01-02T03:04:06Z\",\"message\":\"fine\"}",
    "level=info ts=2026-01-02T03:04:06Z msg=fine",
    "2026/01/02 03:04:06 consumer started",
    "Server listening on port 3000"
  };

  @Test
  void aTraceIsNotGivenOutBeforeTheLineThatNamesItsException() {
    List<LogEntry> entries = new ArrayList<>();
    TraceJoiner joiner = new TraceJoiner(entries::add);
    String[] lines = {
      "Traceback (most recent call last):",
      "  File \"/srv/geo.py\", line 8, in main",
      "    token = os.environ[\"TOKEN\"]"
    };
    for (String line : lines) {
      joiner.accept(parsed(line));
    }
    joiner.pause(START.plus(TraceJoiner.LINE_PAUSE));
    assertThat(entries).isEmpty();
    joiner.accept(parsed("KeyError: 'TOKEN'"));
    joiner.pause(START.plus(TraceJoiner.LINE_PAUSE));
    assertThat(entries).hasSize(1);
  }

  private static LogEvent parsed(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return LogParser.parse(new RawLine("geo", "logs/geo.log", 0, bytes, START, false, 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyTraceIsWholeAndVerbatim(long seed) {
    List<Sample> samples = new TraceSamples(seed).all(25);
    assertThat(samples).hasSizeGreaterThan(200);
    Random random = new Random(seed);
    List<String> wrong = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Map<Integer, Sample> at = new LinkedHashMap<>();
    for (Sample sample : samples) {
      lines.add(BETWEEN[random.nextInt(BETWEEN.length)]);
      at.put(lines.size(), sample);
      lines.addAll(sample.lines());
    }
    lines.add(BETWEEN[0]);
    Map<Integer, LogEntry> entries = joined(lines, random);
    at.forEach(
        (number, sample) -> {
          LogEntry entry = entries.get(number);
          String whole = String.join("\n", sample.lines());
          if (entry == null || !entry.hasTrace() || !entry.verbatim().equals(whole)) {
            wrong.add(sample.kind() + ":\n" + (entry == null ? "no entry" : entry.verbatim()));
            return;
          }
          StackTrace stack = StackTrace.parse(entry.texts());
          boolean own = String.valueOf(stack.ownFrame()).contains(sample.own());
          if (!stack.root().name().equals(sample.root()) || !own) {
            wrong.add(sample.kind() + ": root " + stack.root() + ", own " + stack.ownFrame());
          }
        });
    assertThat(wrong).isEmpty();
    assertThat(entries).hasSize(2 * samples.size() + 1);
  }

  @Test
  void theSameFaultHasTheSameFingerprintWhateverItsMessage() {
    List<String> lines = new TraceSamples(1).all(1).get(0).lines();
    List<String> other =
        lines.stream().map(l -> l.replace("outer ", "outer again ").replace("0x", "0xf")).toList();
    assertThat(StackTrace.parse(other).fingerprint())
        .isEqualTo(StackTrace.parse(lines).fingerprint());
  }

  /** The last version of every entry, by the number of its first line. */
  private static Map<Integer, LogEntry> joined(List<String> lines, Random random) {
    Map<Integer, LogEntry> out = new LinkedHashMap<>();
    TraceJoiner joiner =
        new TraceJoiner(entry -> out.put((int) entry.first().raw().offset(), entry));
    Instant now = START;
    for (int i = 0; i < lines.size(); i++) {
      byte[] bytes = lines.get(i).getBytes(StandardCharsets.UTF_8);
      joiner.accept(LogParser.parse(new RawLine("a", "a", i, bytes, now, false, 0)));
      // Lines of one trace come in one go or in pieces, never a quarter of a second apart.
      now = now.plusMillis(random.nextInt(100));
      joiner.pause(now);
    }
    joiner.end();
    return out;
  }
}
