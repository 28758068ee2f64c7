package io.streamsmonitor.report.trace;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.report.flow.Flaw;
import io.streamsmonitor.report.log.LifecycleEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trace for machines: {@code id, services, events, flaws, entries, findings, near, more}. */
public final class TraceJson {
  private TraceJson() {}

  public static String of(Trace trace) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("id", trace.id());
    out.put("services", trace.events().stream().map(TraceEvent::service).distinct().toList());
    out.put("events", trace.events().stream().map(TraceJson::event).toList());
    out.put("flaws", trace.flaws().stream().map(TraceJson::flaw).toList());
    out.put("entries", trace.entries().stream().map(TraceJson::entry).toList());
    out.put("findings", trace.findings().stream().map(Finding::findingId).toList());
    out.put("near", trace.near());
    out.put("more", trace.more());
    return Json.pretty(out) + "\n";
  }

  private static Map<String, Object> event(TraceEvent e) {
    Map<String, Object> out = new LinkedHashMap<>();
    Instant at = e.at();
    put(out, "timestamp", at == null ? null : Json.time(at));
    out.put("service", e.service());
    put(out, "event", e.event());
    put(out, "correlationId", e.correlationId());
    put(out, "messageId", e.messageId());
    LifecycleEvent lifecycle = e.lifecycle();
    if (lifecycle != null) {
      out.put("stream", lifecycle.stream());
      put(out, "consumerGroup", lifecycle.group());
      put(out, "consumer", lifecycle.consumer());
      put(out, "lagMs", lifecycle.lagMs());
      put(out, "processingDurationMs", lifecycle.durationMs());
      put(out, "error", lifecycle.error());
      put(out, "willRetry", lifecycle.willRetry());
    }
    out.put("message", e.message());
    out.put("file", e.file());
    out.put("offset", e.offset());
    return out;
  }

  private static Map<String, Object> entry(Whereabouts e) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("stream", e.stream());
    out.put("messageId", e.messageId());
    out.put("consumerGroup", e.group());
    out.put("state", e.state());
    return out;
  }

  private static Map<String, Object> flaw(Flaw flaw) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("kind", flaw.kind().name());
    out.put("stream", flaw.stream());
    out.put("party", flaw.party());
    out.put("messageId", flaw.messageId());
    out.put("sentence", flaw.sentence());
    return out;
  }

  private static void put(Map<String, Object> out, String name, @Nullable Object value) {
    if (value != null) {
      out.put(name, value);
    }
  }
}
