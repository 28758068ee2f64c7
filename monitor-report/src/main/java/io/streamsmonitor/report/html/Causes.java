package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.List;

/** Root causes with what they explain, then what stands alone. */
final class Causes implements HtmlPart {
  private static final int SHOWN = 30;

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    page.element("h2", "Root causes");
    if (r.causes().isEmpty()) {
      page.element("p", "No findings of different agents were tied to a common cause.");
    }
    page.open("ol", "class", "causes");
    r.causes().stream().limit(SHOWN).forEach(cause -> cause(cause, r, page));
    page.close("ol").newline();
    List<Finding> alone = r.unexplained();
    if (!alone.isEmpty()) {
      page.element("p", "CRITICAL and HIGH findings that no root cause explains:").open("ul");
      alone.stream()
          .limit(SHOWN)
          .forEach(
              f ->
                  page.open("li")
                      .element("span", f.severity(), "class", "b " + f.severity())
                      .text(" " + f.findingId() + " " + f.title())
                      .close("li"));
      page.close("ul").newline();
    }
  }

  private static void cause(RootCause cause, SessionResult r, Markup page) {
    Finding f = cause.synthesis();
    page.open("li")
        .element("strong", f.title())
        .text(" ")
        .element("span", f.severity(), "class", "b " + f.severity())
        .text(" " + f.findingId())
        .open("ul");
    for (Finding member : cause.members().stream().limit(12).toList()) {
      String when = Span.since(r.session().time("START"), member.firstSeen());
      page.element("li", when + " " + member.findingId() + " " + member.title());
    }
    page.close("ul").element("div", "Fix: " + Visible.cut(f.text("recommendation"), 600));
    if (!cause.blastRadius().isEmpty()) {
      String reach = String.join(", ", cause.blastRadius().stream().limit(15).toList());
      page.element("div", "Blast radius: " + reach, "class", "mute");
    }
    page.close("li").newline();
  }
}
