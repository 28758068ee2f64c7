package io.streamsmonitor.report.html;

import io.streamsmonitor.report.text.Markup;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of the page that can be gone to, in their order. */
final class Anchors {
  static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("causes", "Root causes");
    ALL.put("timeline", "Timeline");
    ALL.put("streams", "Streams");
    ALL.put("topology", "Topology");
    ALL.put("flows", "Event flows");
    ALL.put("findings", "Findings");
    ALL.put("drifts", "Drifts");
    ALL.put("roadmap", "Roadmap");
    ALL.put("observability", "Observability");
    ALL.put("unseen", "Not seen");
    ALL.put("next", "Next session");
    ALL.put("again", "Reproduce");
  }

  private Anchors() {}

  /** The heading of a part. */
  static void heading(String id, String title, Markup page) {
    page.element("h2", title, "id", id);
  }

  /** The id of a finding's element; a journal may hold any text as an id. */
  static String of(String findingId) {
    String safe = findingId.replaceAll("[^A-Za-z0-9_-]", "");
    return "f-" + safe.substring(0, Math.min(40, safe.length()));
  }
}
