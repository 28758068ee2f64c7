package io.streamsmonitor.report.verify;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a finding claims of a piece of the session folder. */
@FunctionalInterface
interface Quote {
  /** Why the piece does not bear the claim out, or null. */
  @Nullable String wrong(String piece);

  /** A quote of a poll claims numbers, one of a log claims words. */
  static Quote of(Finding f, String file) {
    boolean tied = f.category().equals("CROSS_AGENT_SYNTHESIS");
    if (tied) {
      return piece -> null; // its members quote; here only that the piece is there
    }
    return file.endsWith("polls.jsonl") ? piece -> poll(f, piece) : piece -> words(f, piece);
  }

  /** The poll is of the finding's stream and has its length. */
  private static @Nullable String poll(Finding f, String piece) {
    JsonNode stream = Json.tryRead(piece);
    if (stream == null) {
      return "no JSON object stands there";
    }
    String name = stream.path("name").asText();
    if (!name.equals(f.stream())) {
      return "it is of stream \"" + name + "\", the finding of \"" + f.stream() + "\"";
    }
    Object length = f.details().get("metrics") instanceof Map<?, ?> m ? m.get("streamLen") : null;
    return length instanceof Number n && n.longValue() != stream.path("length").asLong()
        ? "length " + stream.path("length").asLong() + ", the finding says " + n
        : null;
  }

  /** Every piece of the evidence's first line, around what was redacted, stands there in order. */
  private static @Nullable String words(Finding f, String piece) {
    String first = f.evidence().lines().findFirst().orElse("");
    int at = 0;
    for (String part : parts(first)) {
      int found = piece.indexOf(part, at);
      if (found < 0) {
        return "\"" + part + "\" does not stand there";
      }
      at = found + part.length();
    }
    return null;
  }

  private static List<String> parts(String line) {
    return Pattern.compile("\\[REDACTED:[a-z0-9-]+]|…")
        .splitAsStream(line)
        .filter(part -> !part.isBlank())
        .toList();
  }
}
