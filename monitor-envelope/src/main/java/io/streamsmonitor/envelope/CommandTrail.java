package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.redis.StreamTap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Listens to every connection of the plain Jedis API; keeps what they have in common. */
final class CommandTrail implements Supplier<StreamTap> {
  final AuditTrail trail;
  final MessageTrail messages;
  final ChannelHealth health;
  final LineForm form;
  private final ConcurrentMap<String, Unacknowledged> unacknowledged = new ConcurrentHashMap<>();

  CommandTrail(AuditTrail trail, ChannelHealth health) {
    this.trail = trail;
    this.messages = new MessageTrail(trail);
    this.health = health;
    this.form = new LineForm(trail.service());
  }

  /** For a new connection. */
  @Override
  public StreamTap get() {
    return new ConnectionTrail(this);
  }

  /** What was read of this group, through whichever connection, and is not acknowledged. */
  Unacknowledged unacknowledged(String stream, String group) {
    // The length keeps "a", "b/c" apart from "a/b", "c".
    return unacknowledged.computeIfAbsent(
        stream.length() + stream + group, name -> new Unacknowledged());
  }
}
