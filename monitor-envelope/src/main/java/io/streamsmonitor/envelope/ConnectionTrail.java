package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.redis.AddedEntry;
import io.streamsmonitor.envelope.redis.RawEntry;
import io.streamsmonitor.envelope.redis.StreamTap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Envelopes the XADDs of one connection and writes the lines of its stream commands. */
final class ConnectionTrail implements StreamTap {
  private final PublishTrail publishing;
  private final ConsumeTrail consuming;

  ConnectionTrail(CommandTrail shared) {
    this.publishing = new PublishTrail(shared);
    this.consuming = new ConsumeTrail(shared);
  }

  @Override
  public Receipt adding(AddedEntry entry) {
    return publishing.adding(entry);
  }

  @Override
  public void delivered(
      String stream, @Nullable String group, @Nullable String consumer, List<RawEntry> entries) {
    consuming.delivered(stream, group, consumer, entries);
  }

  @Override
  public void acknowledged(String stream, String group, List<byte[]> messageIds, long count) {
    consuming.acknowledged(stream, group, messageIds, count);
  }
}
