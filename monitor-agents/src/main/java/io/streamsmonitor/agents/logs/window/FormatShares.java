package io.streamsmonitor.agents.logs.window;

import io.streamsmonitor.agents.logs.parse.LineFormat;
import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.core.finding.EvidenceRef;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many lines a service writes in each format. What a runtime or a package manager prints, and
 * what comes before the logger is up, is not the service's own style.
 */
public final class FormatShares {
  private static final Pattern RUNTIME =
      Pattern.compile(
          "(?:Picked up |OpenJDK |Java HotSpot|WARNING: |SLF4J|NOTE: |npm |yarn |> |\\(node:\\d+\\)|\\(Use `node"
              + "|Debugger |\\[nodemon\\]|\\s|[-=*#_.:'`|/\\\\ ]|Listening for transport|Starting inspector"
              + "|Traceback|Exiting|Killed|Terminated|Loading|Node\\.js v|exit status|LOGBACK|\\d{2}:\\d{2}:\\d{2},\\d{3} \\|-).*");

  private final Map<LineFormat, Long> counts = new EnumMap<>(LineFormat.class);
  private final Map<LineFormat, LogEvent> examples = new EnumMap<>(LineFormat.class);
  private long textBeforeStructured;

  void line(LogEvent line) {
    LineFormat format = line.format();
    if (format == LineFormat.BLANK
        || (format == LineFormat.TEXT && RUNTIME.matcher(line.text()).matches())) {
      return;
    }
    if (format.structured() && !counts.containsKey(format)) {
      textBeforeStructured = count(LineFormat.TEXT);
      examples.remove(LineFormat.TEXT);
    }
    counts.merge(format, 1L, Long::sum);
    examples.putIfAbsent(format, line);
  }

  /** More lines in a format of which there is an example. */
  void more(LineFormat format, long lines) {
    if (lines > 0) {
      counts.merge(format, lines, Long::sum);
    }
  }

  /** There are plain lines; one is read where there is no example. */
  void exemplify(long lines, Supplier<LogEvent> line) {
    if (lines > 0) {
      examples.computeIfAbsent(LineFormat.TEXT, k -> line.get());
    }
  }

  /** Lines in the format, those before the logger was up too. */
  long count(LineFormat format) {
    return counts.getOrDefault(format, 0L);
  }

  /** Lines in the format, without those before the logger was up. */
  public long lines(LineFormat format) {
    return format == LineFormat.TEXT ? count(format) - textBeforeStructured : count(format);
  }

  public long total() {
    return lines(LineFormat.JSON) + lines(LineFormat.LOGFMT) + lines(LineFormat.TEXT);
  }

  /** The part of its lines in the format, 0 to 1. */
  public double share(LineFormat format) {
    return total() == 0 ? 0 : (double) lines(format) / total();
  }

  /** The format of most lines. */
  public LineFormat main() {
    LineFormat most = LineFormat.TEXT;
    for (LineFormat format : new LineFormat[] {LineFormat.JSON, LineFormat.LOGFMT}) {
      most = lines(format) > lines(most) ? format : most;
    }
    return most;
  }

  /** The first line in the format, or null. */
  public @Nullable LogEvent example(LineFormat format) {
    return examples.get(format);
  }

  /** Where the example stands, or null. */
  public @Nullable EvidenceRef ref(LineFormat format) {
    LogEvent line = examples.get(format);
    return line == null
        ? null
        : new EvidenceRef(line.raw().file(), line.raw().offset(), line.raw().bytes().length);
  }

  /** {@code JSON 93 %, plain text 7 %}. */
  public String words() {
    return counts.keySet().stream()
        .filter(format -> lines(format) > 0)
        .map(f -> String.format(Locale.ROOT, "%s %.0f %%", f.words(), 100 * share(f)))
        .collect(Collectors.joining(", "));
  }
}
