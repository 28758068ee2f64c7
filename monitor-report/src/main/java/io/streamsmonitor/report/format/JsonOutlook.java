package io.streamsmonitor.report.format;

import io.streamsmonitor.report.Gap;
import io.streamsmonitor.report.Improvement;
import io.streamsmonitor.report.Requirement;
import io.streamsmonitor.report.ServiceCheck;
import io.streamsmonitor.report.SessionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sections 7 and 8 in the JSON document: what to instrument, what went unseen, what to change. */
final class JsonOutlook {
  private JsonOutlook() {}

  static void put(Map<String, Object> summary, SessionResult r) {
    summary.put("checks", r.checks().stream().map(JsonOutlook::check).toList());
    summary.put("gaps", r.gaps().stream().map(JsonOutlook::gap).toList());
    summary.put("improvements", r.improvements().stream().map(JsonOutlook::improvement).toList());
  }

  private static Map<String, Object> check(ServiceCheck check) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("service", check.service());
    for (Requirement r : Requirement.values()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("seen", check.of(r).name());
      one.put("detail", check.detail().getOrDefault(r, ""));
      one.put("places", check.places().getOrDefault(r, List.of()));
      out.put(r.name(), one);
    }
    return out;
  }

  private static Map<String, Object> gap(Gap gap) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("what", gap.what());
    out.put("why", gap.why());
    out.put("close", gap.close());
    out.put("whole", gap.whole());
    return out;
  }

  private static Map<String, Object> improvement(Improvement improvement) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("priority", improvement.priority());
    out.put("change", improvement.change());
    out.put("closes", improvement.closes());
    out.put("agent", improvement.agent());
    out.put("cost", improvement.cost());
    return out;
  }
}
