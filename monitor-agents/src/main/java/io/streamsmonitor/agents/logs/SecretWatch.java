package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.trace.LogEntry;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.redact.SecretHit;
import io.streamsmonitor.core.redact.Secrets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sees credentials in lines and keeps their values out of everything that follows. */
final class SecretWatch {
  private static final int KEY_LINES = 200;

  private final Secrets secrets;
  private final byte[] markKey;

  /** Lines seen of each key that has begun and not ended. */
  private final Map<LogSource, Integer> insideKey = new HashMap<>();

  private boolean news;

  SecretWatch(Secrets secrets, byte[] markKey) {
    this.secrets = secrets;
    this.markKey = markKey.clone();
  }

  /** Whether the line is the body of a private key that began in a line before. */
  boolean insideKey(LogEvent event) {
    String text = event.text();
    if (!insideKey.isEmpty() && insideKey.containsKey(LogSource.of(event.raw()))) {
      LogSource source = LogSource.of(event.raw());
      int lines = insideKey.merge(source, 1, Integer::sum);
      boolean end = text.contains("-----END ") || lines > KEY_LINES;
      boolean body = text.matches("[\\s|]*(?:[A-Za-z0-9+/=]{1,130}|[A-Z][A-Za-z-]+: .*|)\\s*");
      if (end || !body) {
        insideKey.remove(source);
      }
      return body || text.contains("-----END ");
    }
    if (text.contains("PRIVATE KEY")
        && text.contains("-----BEGIN ")
        && !text.contains("-----END ")) {
      insideKey.put(LogSource.of(event.raw()), 0);
    }
    return false;
  }

  /** Whether a key has begun and not ended. */
  boolean inside(String service) {
    return insideKey.containsKey(LogSource.only(service));
  }

  /** A line that begins a record has been passed: no key goes on behind it. */
  void passed(String service) {
    if (!insideKey.isEmpty()) {
      insideKey.remove(LogSource.only(service));
    }
  }

  /** The text without its secrets: what becomes part of an identity must hold none. */
  String harmless(String text) {
    return secrets.redact(text);
  }

  /** Sights every secret of the line. */
  void look(LogEvent event, LogWindow window, Instant at) {
    List<SecretHit> hits = secrets.find(event.text());
    for (SecretHit hit : hits) {
      String key = hit.kind().slug() + (hit.field().isEmpty() ? "" : " in " + hit.field());
      Sighting sighting = window.sight(SightingKind.SECRET, key, new LogEntry(event), null, at);
      if (sighting.occurrences().count() == 1) {
        String tail = hit.tail(event.text());
        String ends = tail.isEmpty() ? "" : ", ends with " + tail;
        sighting.conceal(
            secrets.redact(event.text()),
            hit.kind().words() + ends + ", mark " + hit.mark(event.text(), markKey));
        news = true;
      }
    }
  }

  /** Hides what shows only once colours are gone: a secret cut in two by them. */
  void conceal(Sighting sighting, LogEntry entry) {
    if (sighting.example().indexOf(0x1b) < 0 && sighting.example().indexOf(0) < 0) {
      return;
    }
    String clean = String.join("\n", entry.texts());
    if (!secrets.find(clean).isEmpty()) {
      sighting.conceal(secrets.redact(clean), sighting.note());
    }
  }

  boolean takeNews() {
    boolean was = news;
    news = false;
    return was;
  }
}
