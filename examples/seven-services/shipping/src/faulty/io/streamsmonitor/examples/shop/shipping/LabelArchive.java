package io.streamsmonitor.examples.shop.shipping;

import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.StreamPublisher;
import io.streamsmonitor.examples.shop.Settings;
import java.util.Map;

/** Keeps labels on a stream that stands in no document and no configuration. */
final class LabelArchive {
  private final StreamPublisher labels;
  private int stored;

  LabelArchive(MonitoredRedis redis, Settings settings) {
    String shipments = settings.getProperty("redis.publish.shipments.stream");
    this.labels = redis.publisher(shipments + "-labels-tmp").maxLen(100);
  }

  void store() {
    stored++;
    labels.publish(Map.of("label", "label-" + stored, "format", "pdf"));
  }
}
