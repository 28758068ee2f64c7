package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.agents.streams.LagResolver.Anchor;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import io.streamsmonitor.core.model.StreamSnapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What earlier looks left behind about a stream. */
final class StreamMemory {
  private static final int MARKS = 24;

  final Name name;
  final byte[] key;
  final Ask askGroups;
  final Ask askState;
  final Ask askLength;
  final Map<Name, GroupMemory> groups = new HashMap<>(4);

  /** The groups as last answered. */
  List<GroupReply> asked = List.of();

  /**
   * The last snapshot, where a look that hears the same again would make the same: no entry is
   * pending and every lag is exact.
   */
  @Nullable StreamSnapshot quiet;

  /** What XINFO STREAM said last. */
  @Nullable StreamReply last;

  /** Looks left until XINFO STREAM is asked again; 0 except where its reply is large. */
  int pause;

  /** Its place in the round of detailed looks. */
  final int turn;

  /** Whether it is its turn to be looked at in detail. */
  boolean due;

  private final Deque<StreamMark> marks = new ArrayDeque<>(2);

  StreamMemory(Name name, int turn) {
    this.name = name;
    this.turn = turn;
    this.key = name.bytes();
    this.askGroups = Ask.groups(key);
    this.askState = Ask.stream(key);
    this.askLength = Ask.length(key);
  }

  void remember(StreamReply now) {
    StreamReply before = last;
    if (before != null && now.mark().precedes(before.mark())) {
      marks.clear();
      groups.clear();
    }
    last = now;
    StreamMark newest = marks.peekLast();
    StreamMark mark = now.mark();
    if (mark.generated().equals(mark.last())
        && (newest == null || !newest.generated().equals(mark.generated()))) {
      marks.addLast(mark);
      if (marks.size() > MARKS) {
        marks.removeFirst();
      }
    }
  }

  /** A certain lag of the past for this read position: counted, or seen as the newest id. */
  @Nullable Anchor anchor(GroupMemory group, StreamId delivered) {
    Anchor counted = group.anchor;
    if (counted != null && counted.read().equals(delivered)) {
      return counted;
    }
    for (StreamMark mark : marks) {
      if (mark.generated().equals(delivered)) {
        return new Anchor(delivered, 0, mark);
      }
    }
    return null;
  }
}
