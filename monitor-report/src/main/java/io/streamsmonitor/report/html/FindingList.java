package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.text.Markup;
import java.util.List;

/** Every open finding that is no root cause of its own, worst first, to unfold. */
final class FindingList implements HtmlPart {
  @Override
  public void write(View view, Markup page) {
    Anchors.heading("findings", "Findings", page);
    List<Finding> all = view.findings();
    if (view.result().open().isEmpty()) {
      page.element("p", "None open at the end of the session.");
      return;
    }
    if (!view.causes().isEmpty()) {
      page.element("p", "What the agents found; the root causes stand above.", "class", "mute");
    }
    FindingFilter filter = new FindingFilter(all);
    page.open("div", "id", "all");
    filter.write(page);
    FindingCard card = new FindingCard(view, filter);
    for (Severity s : Severity.values()) {
      List<Finding> found = all.stream().filter(f -> f.severity() == s).toList();
      if (!found.isEmpty()) {
        page.open("div", "class", "of " + s + " " + FindingFilter.of(s));
        page.element("h3", s + " · " + found.size());
        found.forEach(f -> card.write(f, page));
        page.close("div").newline();
      }
    }
    page.close("div").newline();
    View.rest(view.more(), "findings, cut by severity, in all-findings.json", page);
  }
}
