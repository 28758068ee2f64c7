package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.report.FindingCounts;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.Score;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.StreamJudgement;
import io.streamsmonitor.report.StreamRow;
import io.streamsmonitor.report.flow.FlawCount;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.SlowHop;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code summary} of the JSON document: every number of the dashboard. */
final class JsonSummary {
  private JsonSummary() {}

  static Map<String, Object> of(SessionResult r) {
    FindingCounts counts = r.counts();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("verdict", r.verdict().name());
    out.put("score", r.score().value());
    out.put("scoreFormula", Score.FORMULA);
    out.put("scoreCalculation", Score.calculation(r.open()));
    out.put("total", counts.open());
    out.put("resolved", counts.resolved());
    out.put("bySeverity", counts.bySeverity());
    out.put("byCategory", counts.byCategory());
    out.put("byService", counts.byService());
    out.put("byAgent", counts.byAgent());
    put(out, "unackedAtShutdown", r.unacked());
    out.put("streamsWithLag", r.lagging().stream().map(StreamRow::name).toList());
    out.put("drifts", r.drifts().size());
    out.put("rootCauses", r.causes().stream().map(JsonSummary::cause).toList());
    out.put("unexplained", r.unexplained().stream().map(Finding::findingId).toList());
    out.put("polls", polls(r));
    out.put("streamsKnown", r.streamsKnown());
    out.put("streams", r.streams().stream().map(row -> stream(row, r)).toList());
    out.put("flows", flows(r.flows()));
    JsonOutlook.put(out, r);
    return out;
  }

  private static Map<String, Object> cause(RootCause cause) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("findingId", cause.synthesis().findingId());
    out.put("ruleId", cause.synthesis().ruleId());
    out.put("severity", cause.synthesis().severity().name());
    out.put("title", cause.synthesis().title());
    out.put("relatedFindings", cause.members().stream().map(Finding::findingId).toList());
    out.put("blastRadius", cause.blastRadius());
    return out;
  }

  private static Map<String, Object> polls(SessionResult r) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("count", r.polls().count());
    out.put("wallMsMedian", r.polls().wallMsMedian());
    out.put("commands", r.polls().commands());
    return out;
  }

  private static Map<String, Object> stream(StreamRow row, SessionResult r) {
    StreamJudgement judged = r.polls().judgement(row.name());
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", row.name());
    out.put("length", row.length());
    out.put("cap", judged.cap());
    out.put("pending", row.pending());
    put(out, "lag", row.lag());
    out.put("oldestPendingMs", row.oldestPendingMs());
    out.put("status", row.status().name());
    out.put("degraded", row.degraded());
    out.put("findings", row.findings());
    out.put("groups", row.groups().stream().map(g -> group(g, row, judged)).toList());
    return out;
  }

  private static Map<String, Object> group(GroupSnapshot g, StreamRow row, StreamJudgement judged) {
    Map<String, Object> out = new LinkedHashMap<>();
    String name = g.name().display();
    // Nobody has more unread than there is: a bound stands where nothing else is known.
    Lag lag = g.lag() == null ? new Lag(row.length(), false, "length", g.serverLag()) : g.lag();
    out.put("name", name);
    out.put("lag", lag.value());
    out.put("lagExact", lag.exact());
    out.put("lagMethod", lag.method());
    put(out, "serverLag", lag.server());
    out.put("consumers", g.consumerCount());
    out.put("pending", g.pending());
    long oldest = Math.max(g.oldestPendingMs(), judged.group(name).oldestPendingMs());
    out.put("oldestPendingMs", g.pending() == 0 ? 0 : oldest);
    out.put("state", judged.group(name).state());
    return out;
  }

  private static Map<String, Object> flows(FlowRecord flows) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("total", flows.total());
    out.put("broken", flows.broken());
    out.put("undecided", flows.undecided());
    out.put("events", flows.events());
    out.put("flaws", flows.flaws().stream().map(JsonSummary::flaw).toList());
    out.put("slowest", flows.slowest().stream().map(JsonSummary::hop).toList());
    out.put("unlogged", flows.unlogged());
    return out;
  }

  private static Map<String, Object> flaw(FlawCount flaw) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", flaw.kind().name());
    out.put("stream", flaw.stream());
    out.put("party", flaw.party());
    out.put("count", flaw.count());
    out.put("example", flaw.example());
    return out;
  }

  private static Map<String, Object> hop(SlowHop hop) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("stream", hop.stream());
    out.put("service", hop.service());
    out.put("deliveries", hop.deliveries());
    out.put("averageMs", hop.averageMs());
    out.put("slowestMs", hop.lagMs());
    out.put("messageId", hop.messageId());
    out.put("flow", hop.flowId());
    return out;
  }

  private static void put(Map<String, Object> out, String name, @Nullable Object value) {
    if (value != null) {
      out.put(name, value);
    }
  }
}
