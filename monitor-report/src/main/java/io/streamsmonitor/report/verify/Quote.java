package io.streamsmonitor.report.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a finding claims of the pieces of the session folder that it refers to. */
final class Quote {
  private static final Pattern LEFT_OUT = Pattern.compile("\\[REDACTED:[a-z0-9-]+]|…");

  private Quote() {}

  /**
   * Why the pieces do not bear the claim out, or null. A quote of a poll claims numbers, one of a
   * log claims words; what ties findings together quotes by its members, here it is enough that its
   * pieces are there.
   */
  static @Nullable String wrong(Finding f, String file, List<String> pieces) {
    if (f.category().equals("CROSS_AGENT_SYNTHESIS")) {
      return null;
    }
    return file.endsWith("polls.jsonl") ? poll(f, pieces.get(0)) : words(f, pieces);
  }

  /** The poll is of the finding's stream, has its length, and its group's numbers. */
  private static @Nullable String poll(Finding f, String piece) {
    JsonNode stream = Json.tryRead(piece);
    if (stream == null) {
      return "no JSON object stands there";
    }
    String name = stream.path("name").asText();
    if (!name.equals(f.stream())) {
      return "it is of stream \"" + name + "\", the finding of \"" + f.stream() + "\"";
    }
    if (!(f.details().get("metrics") instanceof Map<?, ?> metrics)) {
      return null;
    }
    String length = number("length", stream.path("length"), metrics.get("streamLen"));
    return length == null ? group(f, stream, metrics) : length;
  }

  private static @Nullable String group(Finding f, JsonNode stream, Map<?, ?> metrics) {
    for (JsonNode group : stream.path("groups")) {
      if (group.path("name").asText().equals(f.subject().group())) {
        return number("pending", group.path("pending"), metrics.get("pendingCount"));
      }
    }
    return null;
  }

  private static @Nullable String number(String what, JsonNode there, @Nullable Object said) {
    return said instanceof Number n && there.isNumber() && n.longValue() != there.asLong()
        ? what + " " + there.asLong() + ", the finding says " + n
        : null;
  }

  /** Every piece of every line of the evidence, around what was redacted, stands in one of them. */
  private static @Nullable String words(Finding f, List<String> pieces) {
    for (String line : f.evidence().lines().toList()) {
      String missing = "";
      for (String piece : pieces) {
        missing = missing(line, piece);
        if (missing == null) {
          break;
        }
      }
      if (missing != null) {
        return "\"" + missing + "\" does not stand there";
      }
    }
    return null;
  }

  private static @Nullable String missing(String line, String piece) {
    int at = 0;
    for (String part : LEFT_OUT.splitAsStream(line).filter(p -> !p.isBlank()).toList()) {
      int found = piece.indexOf(part, at);
      if (found < 0) {
        return part;
      }
      at = found + part.length();
    }
    return null;
  }
}
