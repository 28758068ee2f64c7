package io.streamsmonitor.report.format;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.html.HtmlReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The formats a session is written in; all of the same result. */
public enum ReportFormat {
  MD("md", whole(MarkdownReport::of)),
  HTML("html", whole(HtmlReport::of)),
  JSON("json", JsonReport::write),
  NDJSON("ndjson", NdjsonReport::write),
  SARIF("sarif", whole(Sarif::of)),
  JUNIT("junit.xml", JUnitXml::write),
  GITHUB("github.md", whole(GithubSummary::of)),
  PROMETHEUS("prom", whole(OpenMetrics::of));

  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method
  private final Renderer renderer;

  ReportFormat(String extension, Renderer renderer) {
    this.extension = extension;
    this.renderer = renderer;
  }

  /** Of the file, without a dot: {@code md}, {@code junit.xml}. */
  public String extension() {
    return extension;
  }

  /** The whole text of the file. */
  public String render(SessionResult result) {
    return JsonText.text(out -> write(result, out));
  }

  /** Writes the text of the file; a long one never stands in memory as a whole. */
  public void write(SessionResult result, Writer out) throws IOException {
    renderer.write(result, out);
  }

  private static Renderer whole(Function<SessionResult, String> text) {
    return (result, out) -> out.write(text.apply(result));
  }

  /** Writes a result in one format. */
  @FunctionalInterface
  private interface Renderer {
    void write(SessionResult result, Writer out) throws IOException;
  }

  /** The word on the command line and in monitor.yml. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads {@code md,html,json}.
   *
   * @throws IllegalArgumentException naming the word that is no format, and those that are
   */
  public static Set<ReportFormat> parse(String words) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String word : words.split(",", -1)) {
      formats.add(named(word.strip()));
    }
    return formats;
  }

  private static ReportFormat named(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown format \""
                        + word
                        + "\"; known: "
                        + Arrays.stream(values())
                            .map(ReportFormat::word)
                            .collect(Collectors.joining(", "))));
  }
}
