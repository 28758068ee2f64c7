package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.StreamPoll;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One look at every stream, in phases: who is there, how are they, details where it matters. */
final class Survey {
  /** A stream whose first and last entry are larger is asked for them more seldom. */
  private static final long LARGE_BYTES = 65_536;

  /** A group that neither waits nor moves is looked at in detail once in so many looks. */
  private static final int SWEEP = 60;

  private static final String TIME_FIELD = "server_time_usec:";

  private final Wire wire;
  private final Gaps gaps = new Gaps();

  /**
   * A look over the connection.
   *
   * @param refused what other questions on it were refused
   */
  Survey(Wire wire, Gaps refused) {
    this.wire = wire;
    gaps.addAll(refused);
  }

  StreamPoll run(Discovery discovery, boolean full, long number) throws RedisUnavailable {
    long begun = System.nanoTime();
    int before = wire.commands();
    List<StreamSnapshot> streams = new ArrayList<>();
    List<Look> looks = new ArrayList<>();
    List<StreamMemory> known = discovery.streams();
    List<Ask> asks = new ArrayList<>(2 * known.size() + 2);
    asks.add(Ask.TIME);
    known.forEach(stream -> ask(stream, full, full || stream.turn % SWEEP == number % SWEEP, asks));
    // Last: while the server walks its keys, what it said of the streams is read.
    asks.add(discovery.ask());
    Overview overview = new Overview(discovery, known, looks, streams);
    wire.each(asks, overview);
    Instant at = time(overview.time);
    discovery.look(overview.page, wire, gaps, full);
    List<StreamMemory> found = discovery.found();
    if (!found.isEmpty()) {
      List<Ask> more = new ArrayList<>(2 * found.size());
      found.forEach(stream -> ask(stream, true, true, more));
      List<Object> replies = wire.all(more);
      for (int i = 0; i < found.size(); i++) {
        overview.stream(found.get(i), replies.get(2 * i), replies.get(2 * i + 1));
      }
    }
    new News(wire, gaps).ask(looks, number);
    new Details(wire, gaps).ask(looks, number);
    new LagCount(wire, gaps).resolve(looks, full);
    for (Look look : looks) {
      StreamSnapshot snapshot = look.snapshot();
      if (snapshot != null) {
        streams.add(snapshot);
      }
    }
    streams.sort(Comparator.comparing(StreamSnapshot::name));
    return new StreamPoll(
        at,
        streams,
        gaps.sentences(),
        wire.commands() - before,
        (System.nanoTime() - begun) / 1_000);
  }

  /** Groups before the stream: what is added in between can then not make a lag negative. */
  private static void ask(StreamMemory stream, boolean full, boolean due, List<Ask> asks) {
    stream.due = due;
    stream.pause = full ? 0 : Math.max(0, stream.pause - 1);
    if (due) {
      stream.askGroups.readAgain();
      stream.askState.readAgain();
    }
    asks.add(stream.askGroups);
    asks.add(stream.pause > 0 ? stream.askLength : stream.askState);
  }

  /** Reads what a look begins with, as it comes: time, two replies a stream, a page of names. */
  private final class Overview implements Wire.Answers {
    private final Discovery discovery;
    private final List<StreamMemory> streams;
    private final List<Look> looks;
    private final List<StreamSnapshot> unchanged;
    private Object time = List.of();
    private Object groups = List.of();
    private Object page = List.of();

    /**
     * An overview.
     *
     * @param looks takes the streams that are to be looked at further
     * @param unchanged takes those that are as they were and have nothing to tell
     */
    Overview(
        Discovery discovery,
        List<StreamMemory> streams,
        List<Look> looks,
        List<StreamSnapshot> unchanged) {
      this.discovery = discovery;
      this.streams = streams;
      this.looks = looks;
      this.unchanged = unchanged;
    }

    @Override
    public void take(int ask, Object reply) {
      if (ask == 0) {
        time = reply;
      } else if (ask > 2 * streams.size()) {
        page = reply;
      } else if (ask % 2 == 1) {
        groups = reply;
      } else {
        stream(streams.get(ask / 2 - 1), groups, reply);
      }
    }

    void stream(StreamMemory stream, Object groups, Object state) {
      StreamSnapshot quiet = stream.quiet;
      if (groups == Reply.SAME && state == Reply.SAME && quiet != null) {
        unchanged.add(quiet);
      } else if (Gaps.gone(groups) || Gaps.gone(state)) {
        discovery.forget(stream);
      } else {
        Look look = new Look(stream, stream.due);
        Ask asked = stream.pause > 0 ? stream.askLength : stream.askState;
        if (gaps.answered(asked, stream.name, state)) {
          state(look, state);
        } else {
          look.blind = true;
          stream.pause = 0;
        }
        // One whose groups are not known is left out: it must not look like one without any.
        if (gaps.answered(stream.askGroups, stream.name, groups)) {
          look.groups(groups);
          looks.add(look);
        }
      }
    }
  }

  private void state(Look look, Object reply) {
    StreamMemory stream = look.memory;
    if (reply == Reply.SAME) {
      return;
    }
    if (reply instanceof Long length) {
      look.stale = true;
      look.length = length;
      return;
    }
    StreamReply now = StreamReply.of(reply, wire.names());
    StreamReply before = stream.last;
    stream.remember(
        before == null ? now : now.with(before.entries().shapes(), before.entries().origins()));
    stream.pause = (int) Math.min(1_000, (now.bytes() + LARGE_BYTES - 1) / LARGE_BYTES);
    stream.pause = stream.pause <= 1 ? 0 : stream.pause;
  }

  /** The server's own time; INFO tells it as well where TIME is not permitted. */
  private Instant time(Object reply) throws RedisUnavailable {
    if (Gaps.forbidden(reply) && !gaps.answered(Ask.TIME, null, reply)) {
      String info = Reply.text(wire.orFail(wire.one(new Ask("INFO", Ask.ascii("server")))));
      int at = info.indexOf(TIME_FIELD);
      if (at >= 0) {
        return micros(Long.parseLong(info.substring(at + TIME_FIELD.length()).split("\\D", 2)[0]));
      }
    }
    List<?> time = Reply.list(wire.orFail(reply));
    return micros(
        Long.parseLong(Reply.text(time.get(0))) * 1_000_000
            + Long.parseLong(Reply.text(time.get(1))));
  }

  private static Instant micros(long sinceEpoch) {
    return Instant.ofEpochSecond(sinceEpoch / 1_000_000, sinceEpoch % 1_000_000 * 1_000);
  }
}
