package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.LagResolver.Anchor;
import io.streamsmonitor.core.model.StreamId;
import org.jspecify.annotations.Nullable;

/** What earlier looks left behind about a group, so that the next one asks for less. */
final class GroupMemory {
  /** Null until the group was looked at in detail. */
  @Nullable StreamId delivered;

  long pending;
  long consumers;

  /** Looks in a row in which nothing but time passed. */
  int still;

  /** The last lag that was certain. */
  @Nullable Anchor anchor;

  /** The oldest entry not read, where it was seen. */
  @Nullable StreamId next;

  /** Where the next page of a long list of pending entries begins: after this id. */
  String cursor = "";
}
