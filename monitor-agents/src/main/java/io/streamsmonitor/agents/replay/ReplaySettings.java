package io.streamsmonitor.agents.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.agents.logs.pattern.UserPattern;
import io.streamsmonitor.agents.logs.pattern.UserSecret;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.journal.Acceptance;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import io.streamsmonitor.core.rule.Thresholds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was set in a session and changes what its agents say.
 *
 * @param secrets patterns of the user's own secrets
 * @param wanted the user's own patterns
 * @param unredacted whether secrets were left in evidence
 */
public record ReplaySettings(
    Thresholds limits,
    List<UserSecret> secrets,
    List<UserPattern> wanted,
    List<Acceptance> accepted,
    boolean unredacted) {

  public ReplaySettings {
    secrets = List.copyOf(secrets);
    wanted = List.copyOf(wanted);
    accepted = List.copyOf(accepted);
  }

  /** Nothing of the user's own. */
  public static ReplaySettings of(Thresholds limits) {
    return new ReplaySettings(limits, List.of(), List.of(), List.of(), false);
  }

  /** On one line, without the thresholds, for session.env. */
  public String line() {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("secrets", secrets.stream().map(UserSecret::expression).toList());
    out.put(
        "wanted",
        wanted.stream()
            .map(p -> List.of(p.expression(), p.category(), p.severity().name()))
            .toList());
    out.put("accepted", accepted.stream().map(ReplaySettings::fields).toList());
    out.put("unredacted", unredacted);
    return Json.line(out);
  }

  private static Map<String, Object> fields(Acceptance a) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("rule", a.rule());
    out.put("reason", a.reason());
    put(out, "stream", a.stream());
    put(out, "service", a.service());
    put(out, "until", a.until());
    put(out, "maxSeverity", a.maxSeverity());
    return out;
  }

  private static void put(Map<String, Object> out, String field, @Nullable Object value) {
    if (value != null) {
      out.put(field, value.toString());
    }
  }

  /** Reads the line back; what it does not say is the default. */
  public static ReplaySettings read(String line, Thresholds limits) {
    JsonNode node = line.isBlank() ? null : Json.tryRead(line);
    if (node == null) {
      return of(limits);
    }
    List<UserSecret> secrets = new ArrayList<>();
    node.path("secrets").forEach(s -> secrets.add(UserSecret.of(s.asText())));
    List<UserPattern> wanted = new ArrayList<>();
    node.path("wanted")
        .forEach(
            p ->
                wanted.add(
                    UserPattern.of(
                        p.path(0).asText(),
                        p.path(1).asText(),
                        Severity.valueOf(p.path(2).asText()))));
    List<Acceptance> accepted = new ArrayList<>();
    node.path("accepted").forEach(a -> accepted.add(acceptance(a)));
    return new ReplaySettings(
        limits, secrets, wanted, accepted, node.path("unredacted").asBoolean());
  }

  private static Acceptance acceptance(JsonNode a) {
    String until = text(a, "until");
    String most = text(a, "maxSeverity");
    return new Acceptance(
        a.path("rule").asText(),
        text(a, "stream"),
        text(a, "service"),
        a.path("reason").asText(),
        until == null ? null : LocalDate.parse(until),
        most == null ? null : Severity.valueOf(most));
  }

  private static @Nullable String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : null;
  }

  Secrets known() {
    return new Secrets(List.copyOf(secrets));
  }

  Redactor redactor() {
    return unredacted ? Redactor.NONE : known();
  }
}
