package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamJson;
import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.workspace.Appender;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code streams/polls.jsonl}: one look a line, each stream with its cap and each group with the
 * state of its lag. Where there are more than 200 streams, those that are as they were are left out
 * of all lines but the first, and counted as {@code unchanged}.
 */
final class PollLog implements AutoCloseable {
  private static final int MANY = 200;

  private record Written(StreamSnapshot stream, Cap cap, List<Trend.State> states) {
    static Written of(StreamView view) {
      return new Written(
          view.stream(),
          view.cap(),
          view.groups().stream().map(group -> group.trend().state()).toList());
    }
  }

  private final Workspace workspace;
  private final Appender file;
  private final Map<Name, Written> written = new HashMap<>();
  private final Map<Name, EvidenceRef> refs = new HashMap<>();

  PollLog(Workspace workspace) {
    this.workspace = workspace;
    this.file = new Appender(workspace.polls());
  }

  /**
   * Writes the line; says where each stream's newest object stands.
   *
   * @param wallMicros of the look and of what was made of it
   * @param more fields of the line
   */
  Map<Name, EvidenceRef> write(
      StreamPoll poll, List<StreamView> views, long wallMicros, Map<String, Object> more) {
    boolean many = views.size() > MANY;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    put(line, "{\"at\":" + Json.line(Json.time(poll.at())) + ",\"streams\":[");
    Map<Name, int[]> places = new HashMap<>();
    int unchanged = 0;
    for (StreamView view : views) {
      Name name = view.stream().name();
      Written now = many ? Written.of(view) : null;
      if (now != null && now.equals(written.put(name, now))) {
        unchanged++;
        continue;
      }
      put(line, places.isEmpty() ? "" : ",");
      int start = line.size();
      put(line, Json.line(fields(view)));
      places.put(name, new int[] {start, line.size() - start});
    }
    put(line, "],\"gaps\":" + Json.line(poll.gaps()) + ",\"commands\":" + poll.commands());
    put(line, ",\"wallMicros\":" + wallMicros);
    new TreeMap<>(more)
        .forEach((field, value) -> put(line, "," + Json.line(field) + ":" + Json.line(value)));
    List<String> gone = gone(views);
    put(line, gone.isEmpty() ? "" : ",\"gone\":" + Json.line(gone));
    put(line, (unchanged > 0 ? ",\"unchanged\":" + unchanged : "") + "}\n");
    byte[] bytes = line.toByteArray();
    long offset = file.bytes(bytes, 0, bytes.length);
    String name = workspace.relative(workspace.polls());
    places.forEach((k, p) -> refs.put(k, new EvidenceRef(name, offset + p[0], p[1])));
    return refs;
  }

  /** Streams of earlier lines that are no more, where lines leave out what is unchanged. */
  private List<String> gone(List<StreamView> views) {
    Set<Name> now = views.stream().map(v -> v.stream().name()).collect(Collectors.toSet());
    List<String> gone =
        written.keySet().stream().filter(n -> !now.contains(n)).map(Name::display).toList();
    written.keySet().retainAll(now);
    return gone;
  }

  /** Writes that a look failed. */
  void lost(Instant at, String why) {
    file.line("{\"lost\":" + Json.line(why) + ",\"at\":" + Json.line(Json.time(at)) + "}");
  }

  private static Map<String, Object> fields(StreamView view) {
    List<Map<String, Object>> groups = StreamJson.groups(view.stream());
    for (int i = 0; i < groups.size(); i++) {
      GroupView group = view.groups().get(i);
      groups.get(i).put("state", group.trend().state().name());
      groups.get(i).put("oldestPendingMs", group.oldestMs());
    }
    Map<String, Object> out = StreamJson.fields(view.stream());
    out.put("groups", groups);
    out.put("cap", view.cap().name());
    return out;
  }

  private static void put(ByteArrayOutputStream line, String text) {
    line.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    file.close();
  }
}
