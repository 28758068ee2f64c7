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
  private static final int OPEN = 5;

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    Anchors.heading("causes", "Root causes", page);
    if (r.causes().isEmpty()) {
      page.element("p", "No findings of different agents were tied to a common cause.");
    }
    List<RootCause> shown = r.causes().stream().limit(SHOWN).toList();
    for (int i = 0; i < shown.size(); i++) {
      cause(i + 1, shown.get(i), r, page);
    }
    List<Finding> alone = r.unexplained();
    if (!alone.isEmpty()) {
      page.element("h3", "CRITICAL and HIGH findings that no root cause explains");
      page.open("ul", "class", "alone");
      alone.stream().limit(SHOWN).forEach(f -> alone(f, page));
      page.close("ul").newline();
    }
  }

  private static void alone(Finding f, Markup page) {
    page.open("li")
        .element("span", f.severity(), "class", "b " + f.severity())
        .element("span", f.findingId(), "class", "id")
        .text(f.title())
        .close("li");
  }

  private static void cause(int rank, RootCause cause, SessionResult r, Markup page) {
    Finding f = cause.synthesis();
    Object[] open =
        rank <= OPEN
            ? new Object[] {"class", "cause " + f.severity(), "open", "open"}
            : new Object[] {"class", "cause " + f.severity()};
    page.open("details", open).open("summary");
    page.element("span", rank, "class", "rank").element("strong", f.title());
    page.element("span", f.findingId(), "class", "id");
    page.element("span", f.severity(), "class", "b " + f.severity()).close("summary");
    page.open("div", "class", "cols");
    chain(cause, r, page);
    page.open("div").open("div", "class", "fix").element("span", "Fix", "class", "label");
    page.text(Visible.cut(f.text("recommendation"), 600));
    f.locations().stream().limit(4).forEach(at -> page.element("code", at));
    page.close("div");
    reach(cause, page);
    page.close("div").close("div").close("details").newline();
  }

  /** What happened, in time order; what shows the cause itself is filled. */
  private static void chain(RootCause cause, SessionResult r, Markup page) {
    List<String> roots = cause.synthesis().texts("causes");
    page.open("ol", "class", "chain");
    for (Finding member : cause.members().stream().limit(12).toList()) {
      boolean root = roots.contains(member.findingId());
      String when = Span.since(r.session().time("START"), member.firstSeen());
      page.open("li", "class", root ? member.severity() + " root" : member.severity());
      page.element("span", when + " " + member.findingId(), "class", "id");
      page.text(member.title()).close("li");
    }
    if (cause.members().size() > 12) {
      page.element("li", (cause.members().size() - 12) + " more", "class", "mute");
    }
    page.close("ol");
  }

  private static void reach(RootCause cause, Markup page) {
    if (cause.blastRadius().isEmpty()) {
      return;
    }
    page.element("span", "Blast radius", "class", "label");
    for (String node : cause.blastRadius().stream().limit(15).toList()) {
      boolean stream = node.startsWith("stream:");
      String name = stream ? node.substring("stream:".length()) : node;
      page.element("span", name, "class", stream ? "chip s" : "chip");
    }
    int more = cause.blastRadius().size() - 15;
    if (more > 0) {
      page.element("span", "and " + more + " more", "class", "mute");
    }
  }
}
