package io.streamsmonitor.report.html;

import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.flow.FlawCount;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.FlowText;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.List;

/** Flows: how many are broken, where, and some of them delivery by delivery. */
final class FlowList implements HtmlPart {
  private static final int SHOWN = 20;

  @Override
  public void write(View view, Markup page) {
    FlowRecord flows = view.result().flows();
    Anchors.heading("flows", "Event flows", page);
    if (flows.total() == 0) {
      page.element("p", "No flow could be traced: no log holds lifecycle lines.");
      return;
    }
    String sum = Span.count(flows.total(), "flow") + ", " + flows.broken() + " of them broken.";
    if (flows.flaws().isEmpty()) {
      page.element("p", sum);
    } else {
      flaws(flows.flaws(), sum, Math.min(SHOWN, view.room().rows()), page);
    }
    int broken = view.room().flows();
    for (int i = 0; i < Math.min(broken, flows.brokenSamples().size()); i++) {
      flow(flows.brokenSamples().get(i), i < 2, view, page);
    }
    boolean well = flows.brokenSamples().isEmpty();
    flows.wholeSamples().stream().limit(2).forEach(flow -> flow(flow, well, view, page));
  }

  private static void flaws(List<FlawCount> flaws, String sum, int shown, Markup page) {
    page.open("div", "class", "scroll").open("table").element("caption", sum);
    page.open("thead").open("tr");
    for (String head : List.of("Flag", "Stream", "Group or service", "Count", "Example")) {
      page.element("th", head, "scope", "col");
    }
    page.close("tr").close("thead").open("tbody").newline();
    flaws.stream().limit(shown).forEach(flaw -> row(flaw, page));
    page.close("tbody").close("table").close("div").newline();
    View.rest(flaws.size() - shown, "kinds and places in the JSON report", page);
  }

  private static void row(FlawCount flaw, Markup page) {
    page.open("tr").element("td", flaw.kind().words());
    page.open("td").element("code", View.name(flaw.stream())).close("td");
    page.element("td", View.name(flaw.party())).element("td", flaw.count(), "class", "n");
    page.open("td").element("code", View.name(flaw.example())).close("td").close("tr").newline();
  }

  private static void flow(EventFlow flow, boolean open, View view, Markup page) {
    Object[] state =
        open ? new Object[] {"class", "flow", "open", "open"} : new Object[] {"class", "flow"};
    page.open("details", state).open("summary").text(route(flow));
    page.element(
        "span",
        flow.whole() ? "whole" : Span.count(flow.flaws().size(), "flag"),
        "class",
        flow.whole() ? "b HEALTHY" : "b HIGH");
    page.element("span", View.name(flow.id()), "class", "id").close("summary");
    SequenceFigure.draw(flow, view, page);
    if (!flow.flaws().isEmpty()) {
      page.open("ul");
      flow.flaws().stream().limit(8).forEach(flaw -> flaw(flaw, page));
      page.close("ul");
    }
    page.open("details").element("summary", "The same as lines");
    int most = 2 * view.room().text();
    page.element("pre", Visible.cut(FlowText.of(flow, view.start()), most));
    page.close("details").close("details").newline();
  }

  private static void flaw(Flaw flaw, Markup page) {
    String words = flaw.kind().words() + ": " + Visible.cut(flaw.sentence(), 240);
    page.element("li", words + " (" + View.name(flaw.stream()) + ")");
  }

  /** {@code orders → payments → mail}: the services in the order in which they have it. */
  private static String route(EventFlow flow) {
    List<String> services =
        flow.events().stream()
            .map(LifecycleEvent::service)
            .distinct()
            .map(service -> View.clip(service, 30))
            .toList();
    String more = services.size() > 6 ? " → … " + (services.size() - 6) + " more" : "";
    return String.join(" → ", services.subList(0, Math.min(6, services.size()))) + more;
  }
}
