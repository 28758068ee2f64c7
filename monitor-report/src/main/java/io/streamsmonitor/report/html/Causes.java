package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.List;

/** Root causes with what they explain, then what stands alone. */
final class Causes implements HtmlPart {
  private static final int OPEN = 5;
  private static final int CHAIN = 12;
  private static final int ALONE = 20;

  @Override
  public void write(View view, Markup page) {
    Anchors.heading("causes", "Root causes", page);
    List<RootCause> all = view.result().causes();
    if (all.isEmpty()) {
      page.element("p", "No findings of different agents were tied to a common cause.");
    } else {
      String legend =
          "Most urgent first. Under each, what was seen in the order of time: ● shows the cause,"
              + " ○ follows from it.";
      page.element("p", legend, "class", "mute");
    }
    for (int i = 0; i < view.causes().size(); i++) {
      cause(i + 1, view.causes().get(i), view, page);
    }
    View.rest(all.size() - view.causes().size(), "root causes in the JSON report", page);
    List<Finding> alone = view.result().unexplained();
    if (!alone.isEmpty()) {
      page.element("h3", "CRITICAL and HIGH findings that no root cause explains");
      page.open("ul", "class", "alone");
      alone.stream().limit(ALONE).forEach(f -> alone(f, view, page));
      page.close("ul").newline();
      View.rest(alone.size() - ALONE, "of them", page);
    }
  }

  private static void alone(Finding f, View view, Markup page) {
    page.open("li").element("span", f.severity(), "class", "b " + f.severity());
    view.id(f.findingId(), page);
    page.text(View.title(f)).close("li");
  }

  private static void cause(int rank, RootCause cause, View view, Markup page) {
    Finding f = cause.synthesis();
    Object[] open =
        rank <= OPEN
            ? new Object[] {"class", "cause " + f.severity(), "open", "open"}
            : new Object[] {"class", "cause " + f.severity()};
    page.open("details", open).open("summary");
    page.element("span", rank, "class", "rank");
    page.element("h3", View.title(f)).element("span", f.findingId(), "class", "id");
    page.element("span", f.severity(), "class", "b").close("summary");
    page.open("div", "class", "cols", "id", Anchors.of(f.findingId()));
    chain(cause, view, page);
    page.open("div").open("div", "class", "fix").element("span", "Fix", "class", "label");
    page.text(Visible.cut(f.text("recommendation"), Math.min(600, view.room().text())));
    f.locations().stream().limit(4).forEach(at -> View.place(at, page));
    page.close("div");
    Reach.write(cause, view.result(), page);
    page.close("div").close("div").close("details").newline();
  }

  /** What happened, in time order; what shows the cause itself is filled. */
  private static void chain(RootCause cause, View view, Markup page) {
    List<String> roots = cause.synthesis().texts("causes");
    page.open("ol", "class", "chain");
    for (Finding member : cause.members().stream().limit(CHAIN).toList()) {
      boolean root = roots.contains(member.findingId());
      page.open("li", "class", root ? member.severity() + " root" : member.severity());
      page.open("span").element("span", view.since(member.firstSeen()) + " ", "class", "id");
      view.id(member.findingId(), page);
      page.close("span").text(View.title(member)).close("li");
    }
    if (cause.members().size() > CHAIN) {
      page.element("li", (cause.members().size() - CHAIN) + " more", "class", "mute");
    }
    if (cause.members().isEmpty()) {
      page.element("li", "seen " + Span.count(cause.synthesis().occurrences(), "time"));
    }
    page.close("ol");
  }
}
