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
import java.util.HashMap;
import java.util.Map;

/**
 * {@code streams/polls.jsonl}: one look a line. Where there are more than 200 streams, those that
 * are as they were are left out of all lines but the first, and counted as {@code unchanged}.
 */
final class PollLog implements AutoCloseable {
  private static final int MANY = 200;

  private final Workspace workspace;
  private final Appender file;
  private final Map<Name, StreamSnapshot> written = new HashMap<>();
  private final Map<Name, EvidenceRef> refs = new HashMap<>();

  PollLog(Workspace workspace) {
    this.workspace = workspace;
    this.file = new Appender(workspace.polls());
  }

  /** Writes the line; says where each stream's newest object stands. */
  Map<Name, EvidenceRef> write(StreamPoll poll) {
    boolean many = poll.streams().size() > MANY;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    put(line, "{\"at\":" + Json.line(Json.time(poll.at())) + ",\"streams\":[");
    Map<Name, int[]> places = new HashMap<>();
    int unchanged = 0;
    for (StreamSnapshot stream : poll.streams()) {
      if (many && stream.equals(written.get(stream.name()))) {
        unchanged++;
        continue;
      }
      put(line, places.isEmpty() ? "" : ",");
      int start = line.size();
      put(line, Json.line(StreamJson.fields(stream)));
      places.put(stream.name(), new int[] {start, line.size() - start});
      if (many) {
        written.put(stream.name(), stream);
      }
    }
    put(line, "],\"gaps\":" + Json.line(poll.gaps()) + ",\"commands\":" + poll.commands());
    put(line, ",\"wallMicros\":" + poll.wallMicros());
    put(line, (unchanged > 0 ? ",\"unchanged\":" + unchanged : "") + "}\n");
    byte[] bytes = line.toByteArray();
    long offset = file.bytes(bytes, 0, bytes.length);
    String name = workspace.relative(workspace.polls());
    places.forEach((k, p) -> refs.put(k, new EvidenceRef(name, offset + p[0], p[1])));
    return refs;
  }

  private static void put(ByteArrayOutputStream line, String text) {
    line.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    file.close();
  }
}
