package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.FlowText;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import java.util.List;

/** 4. Cross-Service Event Flow Reconstruction. */
public final class EventFlows implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "4. Cross-Service Event Flow Reconstruction");
    FlowRecord flows = result.flows();
    if (flows.total() == 0) {
      page.paragraph(
          "No flow could be traced: no log holds a line with `redis.publish`, `redis.consume`,"
              + " `redis.ack` or `redis.failed`. Section 7 says what to add.");
      return;
    }
    page.paragraph(
        Span.count(flows.total(), "flow")
            + " from "
            + Span.count(flows.events(), "message event")
            + ": "
            + (flows.total() - flows.broken())
            + " whole, "
            + flows.broken()
            + " broken."
            + (flows.cutShort() == 0
                ? ""
                : " " + flows.cutShort() + " were judged before the end."));
    flaws(flows, detail, page);
    samples("Broken flows", flows.brokenSamples(), result, detail.flows(), page);
    samples("Whole flows", flows.wholeSamples(), result, Math.min(2, detail.flows()), page);
    slowest(flows, page);
    flows.unlogged().stream().limit(detail.rows()).forEach(u -> page.bullet(Md.prose(u)));
    page.end();
  }

  private static void flaws(FlowRecord flows, Detail detail, MarkdownPage page) {
    if (flows.flaws().isEmpty()) {
      return;
    }
    Listing.table(
        page,
        List.of("Flag", "Stream", "Group or service", "Count", "Example"),
        flows.flaws(),
        detail.rows(),
        f ->
            List.of(
                f.kind().words(),
                Md.codeCell(f.stream()),
                Md.codeCell(f.party()),
                String.valueOf(f.count()),
                Md.codeCell(f.example())));
  }

  private static void samples(
      String title, List<EventFlow> flows, SessionResult result, int limit, MarkdownPage page) {
    if (flows.isEmpty()) {
      return;
    }
    page.heading(4, title + (flows.size() > limit ? " (" + limit + " shown)" : ""));
    for (EventFlow flow : flows.subList(0, Math.min(limit, flows.size()))) {
      page.paragraph("Correlation ID " + Md.code(flow.id()) + ":");
      page.fence("text", FlowText.of(flow, result.session().time("START")));
      for (Flaw flaw : flow.flaws()) {
        String words = flaw.kind().words() + ": " + Md.prose(flaw.sentence());
        page.bullet(
            "🚩 "
                + words
                + " ("
                + Md.code(flaw.stream())
                + ", msg "
                + Md.code(flaw.messageId())
                + ")");
      }
      page.end();
    }
  }

  private static void slowest(FlowRecord flows, MarkdownPage page) {
    if (!flows.slowest().isEmpty()) {
      page.heading(4, "Slowest deliveries");
      Listing.table(
          page,
          List.of("Stream", "Consumer", "Lag", "Message", "Correlation ID"),
          flows.slowest(),
          5,
          h ->
              List.of(
                  Md.codeCell(h.stream()),
                  Md.codeCell(h.service()),
                  Span.ofMillis(h.lagMs()),
                  Md.codeCell(h.messageId()),
                  Md.codeCell(h.flowId())));
    }
  }
}
