package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Visible;
import java.util.List;
import java.util.stream.Collectors;

/** 5. Config &amp; Documentation Drift Registry. */
public final class DriftRegistry implements Section {
  private static final List<String> HEAD =
      List.of("Type", "Service", "Expected", "Actual", "Source of Truth", "Risk");

  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "5. Config & Documentation Drift Registry");
    if (result.drifts().isEmpty()) {
      page.paragraph("No drift was found.");
      return;
    }
    int cell = Math.min(160, detail.text());
    Listing.table(
        page, HEAD, result.drifts(), detail.rows(), "all-findings.json", f -> row(f, cell));
  }

  private static List<String> row(Finding f, int cell) {
    String service = f.service();
    String actual = f.text("actual").isEmpty() ? f.title() : f.text("actual");
    return List.of(
        f.category() + " (" + f.findingId() + ")",
        service == null ? "cross-service" : Md.codeCell(service),
        Md.cell(Visible.cut(f.text("expected"), cell)),
        Md.cell(Visible.cut(actual, cell)) + (f.related().isEmpty() ? "" : at(f.locations())),
        source(f),
        f.severity().name());
  }

  /** Where it is declared; where nothing declares it, where it is done. */
  private static String source(Finding f) {
    if (!f.text("sourceOfTruth").isEmpty()) {
      return Md.codeCell(f.text("sourceOfTruth"));
    }
    List<Location> declared = f.related().isEmpty() ? f.locations() : f.related();
    List<String> places =
        declared.isEmpty()
            ? f.texts("affectedFiles")
            : declared.stream().map(String::valueOf).toList();
    return places.isEmpty()
        ? "live Redis"
        : places.stream().limit(2).map(Md::codeCell).collect(Collectors.joining(", "));
  }

  private static String at(List<Location> places) {
    return places.isEmpty() ? "" : ", " + Md.codeCell(places.get(0).toString());
  }
}
