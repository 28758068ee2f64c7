package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.Improvement;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Visible;
import java.util.List;

/** 8. Next Session Improvements, of the gaps of this one. */
public final class NextSession implements Section {
  private static final List<String> HEAD =
      List.of("Priority", "Change", "Gap it closes", "Agent that benefits most", "Estimated time");

  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "8. Next Session Improvements");
    List<Improvement> all = result.improvements();
    if (all.isEmpty()) {
      page.paragraph("This session left no gap to close.");
      return;
    }
    int cell = Math.min(400, detail.text());
    Listing.table(
        page,
        HEAD,
        all,
        detail.rows(),
        "REPORT_*.json",
        i ->
            List.of(
                i.priority(),
                Md.cell(Visible.cut(i.change(), cell)),
                Md.cell(Visible.cut(i.closes(), cell)),
                Md.cell(i.agent()),
                i.cost()));
  }
}
