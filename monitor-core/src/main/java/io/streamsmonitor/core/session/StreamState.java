package io.streamsmonitor.core.session;

import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import io.streamsmonitor.core.workspace.Files0600;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The state of every stream at the start and at the end of a session, and the drift between. */
record StreamState(StreamPoll poll, Map<String, String> memory, Map<String, String> stats) {

  static StreamState capture(RedisProbe probe) throws RedisUnavailable {
    return new StreamState(probe.survey(), probe.info("memory"), probe.info("stats"));
  }

  /** One JSON document: the poll's fields, {@code memory} and {@code stats}. */
  void write(Path file) {
    Map<String, Object> document = new LinkedHashMap<>(StreamJson.fields(poll));
    document.put("memory", memory);
    document.put("stats", stats);
    Files0600.write(file, Json.pretty(document) + "\n");
  }

  /** Names of the streams, one display name a line. */
  String names() {
    StringBuilder text = new StringBuilder();
    poll.streams().forEach(s -> text.append(s.name().display()).append('\n'));
    return text.toString();
  }

  /** What differs, as a diff: a line a stream and a line a group, removed then added. */
  static String drift(StreamState before, StreamState after) {
    Map<String, String> old = rows(before);
    Map<String, String> now = rows(after);
    StringBuilder diff = new StringBuilder("--- baseline " + Json.time(before.poll().at()) + "\n");
    diff.append("+++ final ").append(Json.time(after.poll().at())).append('\n');
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      String was = old.getOrDefault(key, "");
      String is = now.getOrDefault(key, "");
      if (!was.equals(is)) {
        diff.append(was.isEmpty() ? "" : "-" + was + "\n");
        diff.append(is.isEmpty() ? "" : "+" + is + "\n");
      }
    }
    return diff.toString();
  }

  private static Map<String, String> rows(StreamState state) {
    Map<String, String> rows = new TreeMap<>();
    for (StreamSnapshot s : state.poll().streams()) {
      String stream = s.name().display();
      rows.put(
          stream,
          "stream " + stream + " length=" + s.length() + " entries-added=" + s.entriesAdded());
      for (GroupSnapshot g : s.groups()) {
        String lag = g.lag() == null ? "unknown" : Long.toString(g.lag().value());
        rows.put(
            stream + "\u0001" + g.name().display(),
            "group  "
                + stream
                + " "
                + g.name().display()
                + " pending="
                + g.pending()
                + " lag="
                + lag
                + " consumers="
                + g.consumerCount());
      }
    }
    return rows;
  }
}
