package io.streamsmonitor.report.compare;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.FindingJson;
import io.streamsmonitor.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comparison for machines: {@code score, notes, new, worse, fixed, still, unseen, metrics}. */
public final class DiffJson {
  private DiffJson() {}

  public static String of(Comparison c) {
    Map<String, Object> out = new LinkedHashMap<>();
    Map<String, Object> score = new LinkedHashMap<>();
    score.put("before", c.scoreBefore());
    score.put("now", c.scoreNow());
    out.put("score", score);
    out.put("notes", c.notes());
    out.put("new", findings(c.fresh()));
    out.put("worse", findings(c.worse()));
    out.put("fixed", findings(c.fixed()));
    out.put("still", findings(c.still()));
    out.put("unseen", findings(c.unseen()));
    List<Map<String, Object>> metrics = new ArrayList<>();
    for (Delta d : c.deltas()) {
      Map<String, Object> metric = new LinkedHashMap<>();
      metric.put("of", d.of());
      metric.put("metric", d.metric());
      metric.put("before", d.before());
      metric.put("now", d.now());
      metrics.add(metric);
    }
    out.put("metrics", metrics);
    return Json.pretty(out) + "\n";
  }

  private static List<Map<String, Object>> findings(List<Finding> findings) {
    return findings.stream().map(FindingJson::fields).toList();
  }
}
