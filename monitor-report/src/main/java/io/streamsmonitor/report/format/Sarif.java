package io.streamsmonitor.report.format;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.rule.RuleBook;
import io.streamsmonitor.core.session.SessionEnd;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Visible;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SARIF 2.1.0 of the open findings. What was seen at run time points at the code or configuration
 * that another finding names for the same stream or service, else at monitor.yml.
 */
public final class Sarif {
  /** GitHub keeps the first 5,000 results of a run. */
  private static final int RESULTS = 5_000;

  private static final int PLACES = 20;

  /** What GitHub and the viewers call it. */
  private static final String ROOT = "%SRCROOT%";

  private static final String ROOT_IS = "The folder of monitor.yml, or the one that was scanned.";

  private Sarif() {}

  public static String of(SessionResult result) {
    List<Finding> shown = result.open().stream().limit(RESULTS).toList();
    Map<String, Object> rules = new LinkedHashMap<>();
    Map<String, RuleInfo> known = RuleBook.known();
    shown.forEach(f -> rules.computeIfAbsent(f.ruleId(), id -> rule(f, known.get(id))));
    List<String> order = List.copyOf(rules.keySet());
    Map<String, Location> places = known(result.open());
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Streams Monitor");
    driver.put("semanticVersion", "1.0.0");
    driver.put("rules", List.copyOf(rules.values()));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("automationDetails", Map.of("id", "streams-monitor/" + Visible.line(result.id())));
    boolean whole = result.session().end() == SessionEnd.COMPLETE;
    run.put("invocations", List.of(Map.of("executionSuccessful", whole)));
    run.put("originalUriBaseIds", Map.of(ROOT, Map.of("description", text(ROOT_IS))));
    run.put("columnKind", "utf16CodeUnits");
    run.put(
        "results", shown.stream().map(f -> result(f, order.indexOf(f.ruleId()), places)).toList());
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("open", result.open().size());
    counts.put("shown", shown.size());
    run.put("properties", counts);
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return JsonText.pretty(log);
  }

  private static Map<String, Object> rule(Finding f, @Nullable RuleInfo info) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", f.ruleId());
    rule.put("name", name(f.ruleId()));
    rule.put("shortDescription", text(info == null ? f.category() : info.title()));
    rule.put(
        "fullDescription", text(info == null || info.why().isEmpty() ? f.category() : info.why()));
    String help = info == null ? f.text("recommendation") : info.fix();
    rule.put("help", text(help.isEmpty() ? "monitor explain " + f.ruleId() : help));
    Severity usual = info == null ? f.severity() : info.severity();
    rule.put("defaultConfiguration", Map.of("level", level(usual)));
    rule.put("properties", Map.of("tags", List.of(f.agentId(), f.category())));
    return rule;
  }

  /** {@code stream.consumer-lag} as GitHub shows names: {@code StreamConsumerLag}. */
  private static String name(String ruleId) {
    StringBuilder name = new StringBuilder();
    for (String word : ruleId.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static Map<String, Object> result(Finding f, int rule, Map<String, Location> known) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("ruleId", f.ruleId());
    out.put("ruleIndex", rule);
    out.put("level", level(f.severity()));
    String recommendation = f.text("recommendation");
    out.put("message", text(f.title() + (recommendation.isEmpty() ? "" : "\n" + recommendation)));
    List<Map<String, Object>> places = new ArrayList<>();
    f.locations().stream().limit(PLACES).map(Sarif::place).forEach(places::add);
    if (places.isEmpty()) {
      Location fallback =
          known.getOrDefault("service " + f.service(), new Location("monitor.yml", 1));
      places.add(place(known.getOrDefault("stream " + f.stream(), fallback)));
    }
    out.put("locations", places);
    out.put("partialFingerprints", Map.of("streamsMonitor/v1", f.fingerprint()));
    String reason = f.text("suppressed");
    if (!reason.isEmpty()) {
      Map<String, Object> accepted = new LinkedHashMap<>();
      accepted.put("kind", "external");
      accepted.put("status", "accepted");
      accepted.put("justification", Visible.text(reason));
      out.put("suppressions", List.of(accepted));
    }
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("findingId", f.findingId());
    properties.put("severity", f.severity().name());
    out.put("properties", properties);
    return out;
  }

  /** The first place that any finding names, by stream and by service. */
  private static Map<String, Location> known(List<Finding> open) {
    Map<String, Location> known = new LinkedHashMap<>();
    for (Finding f : open) {
      if (!f.locations().isEmpty()) {
        Location place = f.locations().get(0);
        known.putIfAbsent("stream " + f.stream(), place);
        known.putIfAbsent("service " + f.service(), place);
      }
    }
    known.remove("stream null");
    known.remove("service null");
    return known;
  }

  private static Map<String, Object> place(Location place) {
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", artifact(place.file()));
    physical.put("region", Map.of("startLine", Math.max(1, place.line())));
    return Map.of("physicalLocation", physical);
  }

  /** Paths start at the folder that was scanned, wherever that lies. */
  private static Map<String, Object> artifact(String file) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", uri(file));
    if (!file.startsWith("/")) {
      artifact.put("uriBaseId", ROOT);
    }
    return artifact;
  }

  private static String uri(String file) {
    try {
      return new URI(null, null, Visible.line(file), null).toASCIIString();
    } catch (URISyntaxException e) {
      return "monitor.yml";
    }
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "note";
    };
  }

  private static Map<String, Object> text(String text) {
    return Map.of("text", Visible.text(text));
  }
}
