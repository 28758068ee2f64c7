package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.Verdict;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.List;

/** 3. Redis Streams Health Map: every stream, what got worse since the baseline, the topology. */
public final class StreamHealthMap implements Section {
  private static final List<String> HEAD =
      List.of("Stream", "Length", "Pending", "Lag", "Oldest Pending", "Status", "Verdict");

  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "3. Redis Streams Health Map");
    if (result.streams().isEmpty()) {
      page.paragraph(
          result.streamsKnown()
              ? "Redis holds no stream."
              : "Unknown: no stream could be looked at. That is not to say that there is none;"
                  + " section 7 says why.");
      return;
    }
    page.paragraph(
        result.session().finalState().isEmpty()
            ? "No final state was taken: the numbers are those of the baseline, before the session."
            : "Numbers are those at shutdown; a finding names the ones of when it was last seen.");
    Listing.table(
        page,
        HEAD,
        result.streams(),
        detail.rows(),
        "streams/final_state.json",
        StreamHealthMap::row);
    List<StreamRow> worse = result.streams().stream().filter(s -> !s.degraded().isEmpty()).toList();
    page.heading(4, "Degraded since the baseline");
    if (worse.isEmpty()) {
      page.paragraph(
          result.session().baseline().isEmpty() || result.session().finalState().isEmpty()
              ? "Unknown: baseline or final state is missing."
              : "None.");
    }
    worse.stream()
        .limit(detail.rows())
        .forEach(
            s ->
                page.bullet(
                    "⚠️ " + Md.code(s.name()) + ": " + Md.prose(String.join("; ", s.degraded()))));
    page.end();
    Listing.rest(page, worse.size(), detail.rows(), "streams/final_state.json");
    TopologyDrawing.write(result, page);
  }

  private static List<String> row(StreamRow s) {
    String headline = s.headline();
    return List.of(
        Md.codeCell(s.name()),
        String.valueOf(s.length()),
        String.valueOf(s.pending()),
        lag(s),
        oldest(s),
        s.seen() ? s.status().name() : "GONE",
        verdict(s.status())
            + (headline == null
                ? ""
                : " " + s.findings().get(0) + " " + Md.cell(Visible.cut(headline, 90))));
  }

  private static String lag(StreamRow s) {
    if (s.groups().isEmpty()) {
      return "no group";
    }
    return s.lag() == null ? "unknown" : (s.lagExact() ? "" : "~") + s.lag();
  }

  private static String oldest(StreamRow s) {
    if (s.pending() == 0) {
      return s.groups().isEmpty() ? "–" : "0 s";
    }
    return s.oldestPendingMs() == 0 ? "unknown" : Span.ofMillis(s.oldestPendingMs());
  }

  private static String verdict(Verdict status) {
    return switch (status) {
      case CRITICAL -> "❌";
      case DEGRADED -> "⚠️";
      case HEALTHY -> "✅";
    };
  }
}
