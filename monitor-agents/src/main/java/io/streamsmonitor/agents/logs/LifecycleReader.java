package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.MissingGroup;
import io.streamsmonitor.core.model.DeliverySample;
import io.streamsmonitor.core.model.StreamActivity;
import io.streamsmonitor.core.model.StreamActivity.Access;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Tells other agents what services say of their streams. */
final class LifecycleReader {
  private static final int KNOWN = 10_000;

  private final Consumer<Object> events;
  private final Set<String> said = new HashSet<>();

  LifecycleReader(Consumer<Object> events) {
    this.events = events;
  }

  void line(LogEvent line) {
    MissingGroup missing = MissingGroup.in(line.message());
    if (missing != null) {
      activity(line, missing.stream(), missing.group(), Access.READ);
    }
    String event = line.event();
    if (event == null || line.fields().isEmpty()) {
      return;
    }
    switch (event) {
      case "redis.publish" -> activity(line, line.field("stream"), "", Access.WRITE);
      case "redis.consume" -> {
        activity(line, line.field("stream"), group(line), Access.READ);
        sample(line, "lagMs");
      }
      case "redis.channelHealth" -> sample(line, "avgLagMs");
      case "service.started" -> {
        for (String stream : line.field("publishedStreams").split(",", -1)) {
          activity(line, stream, "", Access.WRITE);
        }
        for (String stream : line.field("subscribedStreams").split(",", -1)) {
          activity(line, stream, "", Access.READ);
        }
      }
      default -> {}
    }
  }

  private void activity(LogEvent line, String stream, String group, Access access) {
    String key = line.service() + "\u0001" + stream + "\u0001" + group + "\u0001" + access;
    if (!stream.isBlank() && said.size() < KNOWN && said.add(key)) {
      events.accept(
          new StreamActivity(line.service(), stream, group, access, line.raw().arrived()));
    }
  }

  private void sample(LogEvent line, String field) {
    String value = line.field(field);
    if (value.matches("\\d{1,15}(\\.\\d+)?") && !line.field("stream").isBlank()) {
      events.accept(
          new DeliverySample(
              line.service(),
              line.field("stream"),
              group(line).isEmpty() ? null : group(line),
              Double.parseDouble(value),
              line.raw().arrived()));
    }
  }

  private static String group(LogEvent line) {
    return line.field("consumerGroup");
  }
}
