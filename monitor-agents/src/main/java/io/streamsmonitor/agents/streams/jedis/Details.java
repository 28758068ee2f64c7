package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The second phase: consumers, pending entries and field names where they matter. */
final class Details {
  /** Pending entries a group and look; 600 stop a slow server for less than 0.5 ms. */
  private static final int PAGE = 600;

  /** Of a longer list, the oldest entries are seen at every look and the rest in turns. */
  private static final int HEAD = 160;

  /** Consumers of a group in which nothing moves are asked for once in so many looks. */
  private static final int STILL = 3;

  /**
   * Up to so many still groups, pending entries are asked for at every look; of more, in turns of
   * two. XINFO GROUPS does not tell that an entry was claimed again and again, nor does any other
   * reply that is smaller than a short list of pending entries.
   */
  private static final int FEW = 300;

  private static final int SAMPLE = 8;

  /** An entry that waits longer, or was delivered more often, may have been deleted. */
  private static final long LONG_MS = 30_000;

  private static final long MANY = 3;
  private static final int WONDERED = 3;
  private static final long SMALL_BYTES = 8_192;

  private static final long REPLY_BYTES = 65_536;

  private record Question(Look look, Ask ask, Consumer<Object> answer) {}

  private final Wire wire;
  private final Gaps gaps;
  private final List<Question> questions = new ArrayList<>();

  /** Entries whose payload is asked for in one look. */
  private int budget = 100;

  Details(Wire wire, Gaps gaps) {
    this.wire = wire;
    this.gaps = gaps;
  }

  void ask(List<Look> looks, long number) throws RedisUnavailable {
    boolean few = stillWaiting(looks) <= FEW;
    for (Look look : looks) {
      boolean isNew = false;
      for (Look.Group group : look.groups) {
        isNew |= group.memory.delivered == null;
        if (look.due || group.interesting()) {
          detail(look, group, number, few);
        }
      }
      if (look.due || isNew) {
        sample(look);
      }
    }
    answer();
    looks.forEach(this::ghosts);
    answer();
  }

  private static long stillWaiting(List<Look> looks) {
    long count = 0;
    for (Look look : looks) {
      for (Look.Group group : look.groups) {
        count += group.pending > 0 && group.still() ? 1 : 0;
      }
    }
    return count;
  }

  private void answer() throws RedisUnavailable {
    List<Ask> asks = new ArrayList<>(questions.size());
    for (Question question : questions) {
      asks.add(question.ask());
    }
    wire.each(
        asks,
        (i, reply) -> {
          Question question = questions.get(i);
          if (gaps.answered(question.ask(), question.look().memory.name, reply)) {
            question.answer().accept(reply);
          }
        });
    questions.clear();
  }

  /** Whether the entries that wait longest are still there: deleted ones can never be handled. */
  private void ghosts(Look look) {
    StreamReply state = look.memory.last;
    if (state == null || state.entryBytes() > SMALL_BYTES) {
      return;
    }
    for (Look.Group group : look.groups) {
      GroupMemory memory = group.memory;
      if (look.due) {
        memory.wonderAgain();
      }
      int wondered = 0;
      for (PendingEntry entry : group.entries) {
        if (entry.idleMs() > LONG_MS || entry.deliveries() > MANY) {
          wonder(look, memory, entry.id());
          if (++wondered == WONDERED) {
            break;
          }
        }
      }
    }
  }

  private void wonder(Look look, GroupMemory memory, StreamId id) {
    if (!memory.wondered(id) && budget-- > 0) {
      ask(
          look,
          Ask.entry(look.memory.key, id.toString()),
          reply -> memory.payload(id, Reply.list(reply).isEmpty()));
    }
  }

  private void detail(Look look, Look.Group group, long number, boolean few) {
    GroupMemory memory = group.memory;
    boolean still = !look.due && group.still();
    boolean turn = few || (number + look.memory.turn) % 2 == 0;
    if (still && group.pending <= PAGE && !turn) {
      return;
    }
    group.detailed = true;
    if (!still || group.memory.still % STILL == 0) {
      ask(look, memory.askConsumers(look.memory.key, group.name), group::consumers);
    }
    if (group.pending == 0) {
      group.memory.cursor = "";
      group.memory.forgetPayloads();
    } else if (group.pending <= PAGE) {
      ask(
          look,
          memory.askPending(look.memory.key, group.name, PAGE),
          reply -> group.page(reply, PAGE));
    } else {
      byte[] key = look.memory.key;
      byte[] name = group.name.bytes();
      int rest = PAGE - HEAD;
      String cursor = group.memory.cursor;
      ask(
          look,
          Ask.pending(key, name, "", HEAD),
          reply -> {
            String end = group.page(reply, HEAD);
            group.memory.cursor = cursor.isEmpty() ? end : cursor;
          });
      ask(
          look,
          Ask.pending(key, name, cursor, cursor.isEmpty() ? PAGE : rest),
          reply -> group.memory.cursor = group.page(reply, cursor.isEmpty() ? PAGE : rest));
    }
  }

  private void sample(Look look) {
    StreamReply state = look.memory.last;
    if (state != null && state.mark().length() > 2) {
      int count = (int) Math.min(SAMPLE, REPLY_BYTES / state.entryBytes());
      if (count > 1) {
        ask(
            look,
            Ask.newest(look.memory.key, count),
            reply ->
                look.memory.last =
                    state.with(
                        Reply.list(reply).stream()
                            .map(e -> wire.names().shape(StreamReply.names(e)))
                            .toList(),
                        StreamReply.origins(Reply.list(reply))));
      }
    }
  }

  private void ask(Look look, Ask ask, Consumer<Object> answer) {
    questions.add(new Question(look, ask, answer));
  }
}
