package io.streamsmonitor.report.html;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.flow.FlawCount;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.FlowText;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import java.util.List;

/** Flows: how many are broken, where, and some of them event by event. */
final class FlowList implements HtmlPart {
  private static final int SHOWN = 20;

  @Override
  public void write(SessionResult r, Room room, Markup page) {
    FlowRecord flows = r.flows();
    Anchors.heading("flows", "Event flows", page);
    if (flows.total() == 0) {
      page.element("p", "No flow could be traced: no log holds lifecycle lines.");
      return;
    }
    page.element(
        "p", Span.count(flows.total(), "flow") + ", " + flows.broken() + " of them broken.");
    if (!flows.flaws().isEmpty()) {
      page.open("div", "class", "scroll").open("table").open("tr");
      for (String head : List.of("Flag", "Stream", "Group or service", "Count", "Example")) {
        page.element("th", head, "scope", "col");
      }
      page.close("tr");
      flows.flaws().stream().limit(SHOWN).forEach(flaw -> row(flaw, page));
      page.close("table").close("div").newline();
    }
    flows.brokenSamples().stream().limit(room.flows()).forEach(flow -> flow(flow, r, page));
    flows.wholeSamples().stream().limit(2).forEach(flow -> flow(flow, r, page));
  }

  private static void row(FlawCount flaw, Markup page) {
    page.open("tr").element("td", flaw.kind().words());
    page.element("td", flaw.stream()).element("td", flaw.party());
    page.element("td", flaw.count(), "class", "n").element("td", flaw.example()).close("tr");
  }

  private static void flow(EventFlow flow, SessionResult r, Markup page) {
    String state = flow.whole() ? "whole" : Span.count(flow.flaws().size(), "flag");
    page.open("details").element("summary", flow.id() + " · " + state);
    SequenceFigure.draw(flow, r.session().time("START"), page);
    page.element("pre", FlowText.of(flow, r.session().time("START")));
    page.open("ul");
    for (Flaw flaw : flow.flaws()) {
      page.element("li", flaw.kind().words() + ": " + flaw.sentence() + " (" + flaw.stream() + ")");
    }
    page.close("ul").close("details").newline();
  }
}
