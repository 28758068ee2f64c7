package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.flow.EventFlow;
import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.FlowText;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 4. Cross-Service Event Flow Reconstruction. */
public final class EventFlows implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "4. Cross-Service Event Flow Reconstruction");
    FlowRecord flows = result.flows();
    if (flows.total() == 0) {
      page.paragraph(
          "No flow could be traced: no log holds a line with `redis.publish`, `redis.consume`,"
              + " `redis.ack` or `redis.failed`, nor a plain line with the id of an entry and what"
              + " became of it. That says nothing of how entries fared; section 7 says what to add.");
      return;
    }
    page.paragraph(summary(flows));
    flaws(flows, detail, page);
    samples("Broken flows", different(flows), flows.broken(), result, detail.flows(), page);
    long whole = flows.total() - flows.broken() - flows.undecided();
    int few = Math.min(2, detail.flows());
    samples("Whole flows", flows.wholeSamples(), whole, result, few, page);
    slowest(flows, page);
    unlogged(flows, detail, page);
  }

  /** Those first that show a kind of break or a place that none before them shows. */
  private static List<EventFlow> different(FlowRecord flows) {
    Set<List<Object>> shown = new HashSet<>();
    List<EventFlow> different = new ArrayList<>();
    for (EventFlow flow : flows.brokenSamples()) {
      boolean news = false;
      for (Flaw flaw : flow.flaws()) {
        news |= shown.add(List.of(flaw.kind(), flaw.stream(), flaw.party()));
      }
      if (news) {
        different.add(flow);
      }
    }
    return different;
  }

  private static String summary(FlowRecord flows) {
    long whole = flows.total() - flows.broken() - flows.undecided();
    return Span.count(flows.total(), "flow")
        + " from "
        + Span.count(flows.events(), "message event")
        + ": "
        + whole
        + " whole, "
        + flows.broken()
        + " broken, "
        + flows.undecided()
        + " still under way when the window ended."
        + (flows.cutShort() == 0
            ? ""
            : " "
                + Span.count(flows.cutShort(), "flow")
                + " had to be judged before the end, to keep memory bounded.");
  }

  private static void unlogged(FlowRecord flows, Detail detail, MarkdownPage page) {
    if (!flows.unlogged().isEmpty()) {
      page.heading(4, "Not to be seen in the logs");
      page.paragraph("No flow is called broken for these; Redis shows no fault in them:");
      flows.unlogged().stream().limit(detail.rows()).forEach(u -> page.bullet(Md.prose(u)));
      page.end();
      Listing.rest(page, flows.unlogged().size(), detail.rows(), "the logs");
    }
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
        "REPORT_*.json",
        f ->
            List.of(
                f.kind().words(),
                Md.codeCell(f.stream()),
                Md.codeCell(f.party()),
                String.valueOf(f.count()),
                Md.codeCell(f.example())));
  }

  private static void samples(
      String title,
      List<EventFlow> flows,
      long all,
      SessionResult result,
      int limit,
      MarkdownPage page) {
    if (flows.isEmpty()) {
      return;
    }
    int shown = Math.min(limit, flows.size());
    page.heading(4, title + (all > shown ? " (" + shown + " of " + all + ")" : ""));
    for (EventFlow flow : flows.subList(0, shown)) {
      boolean entry = flow.events().stream().allMatch(e -> e.correlationId() == null);
      page.paragraph((entry ? "Entry " : "Correlation ID ") + Md.code(flow.id()) + ":");
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
      page.heading(4, "Slowest hops");
      List<String> head =
          List.of("Stream → consumer", "Deliveries", "Average", "Slowest", "Its entry", "Its flow");
      page.table(
          head,
          flows.slowest().stream()
              .map(
                  h ->
                      List.of(
                          Md.codeCell(h.stream()) + " → " + Md.codeCell(h.service()),
                          String.valueOf(h.deliveries()),
                          Span.ofMillis(h.averageMs()),
                          Span.ofMillis(h.lagMs()),
                          Md.codeCell(h.messageId()),
                          Md.codeCell(h.flowId())))
              .toList());
    }
  }
}
