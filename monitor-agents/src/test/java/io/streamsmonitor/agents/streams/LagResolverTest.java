package io.streamsmonitor.agents.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.LagResolver.Anchor;
import io.streamsmonitor.core.model.Lag;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamMark;
import org.junit.jupiter.api.Test;

class LagResolverTest {
  private static final StreamId NONE = StreamId.ZERO;

  @Test
  void anEmptyStreamLeavesNothingToRead() {
    StreamMark empty = new StreamMark(0, 500L, null, null, id(500), id(500));
    assertThat(LagResolver.resolve(empty, id(3), 497L, null))
        .isEqualTo(new Lag(0, true, "empty", 497L));
  }

  @Test
  void whoReadTheLastEntryIsCaughtUpWhateverTheServerSays() {
    StreamMark trimmed = mark(901, 1_000, 1_000);
    assertThat(LagResolver.resolve(trimmed, id(1_000), 900L, null))
        .isEqualTo(new Lag(0, true, "caught-up", 900L));
  }

  @Test
  void theLastEntryCountsAndNotTheLastIdThatXsetidMade() {
    StreamMark jumped = new StreamMark(3, 3L, id(1), id(3), id(100), NONE);
    assertThat(LagResolver.resolve(jumped, id(3), 0L, null)).extracting(Lag::value).isEqualTo(0L);
  }

  @Test
  void whoReadNothingThatIsLeftLagsTheWholeLength() {
    assertThat(LagResolver.resolve(mark(901, 1_000, 1_000), id(5), null, null))
        .isEqualTo(new Lag(100, true, "all-unread", null, id(901)));
  }

  @Test
  void inTheMiddleOnlyCountingTells() {
    assertThat(LagResolver.resolve(mark(1, 50, 50), id(7), 43L, null)).isNull();
  }

  @Test
  void aLongLagIsCarriedOnOverAdditionsAndOverTrimmingBehindIt() {
    Anchor anchor = new Anchor(id(500), 1_500, mark(1, 2_000, 2_000));
    assertThat(LagResolver.resolve(mark(1, 2_300, 2_300), id(500), null, anchor))
        .isEqualTo(new Lag(1_800, true, "history", null));
    assertThat(LagResolver.resolve(mark(401, 2_300, 2_300), id(500), null, anchor))
        .isEqualTo(new Lag(1_800, true, "history", null));
  }

  @Test
  void nothingIsCarriedOverADeletionThatMayHaveBeenUnread() {
    Anchor anchor = new Anchor(id(500), 1_500, mark(1, 2_000, 2_000));
    StreamMark deleted = new StreamMark(2_299, 2_300L, id(1), id(2_300), id(2_300), id(700));
    assertThat(LagResolver.resolve(deleted, id(500), null, anchor)).isNull();
  }

  @Test
  void nothingIsCarriedOverCountersThatXsetidWrote() {
    Anchor anchor = new Anchor(id(500), 1_500, mark(1, 2_000, 2_000));
    StreamMark written = new StreamMark(2_000, 9_000L, id(1), id(2_000), id(2_000), NONE);
    assertThat(LagResolver.resolve(written, id(500), null, anchor))
        .extracting(Lag::value)
        .isEqualTo(1_500L);
    StreamMark more = new StreamMark(2_001, 9_000L, id(1), id(2_001), id(2_001), NONE);
    assertThat(LagResolver.resolve(more, id(500), null, anchor)).isNull();
  }

  @Test
  void theBoundKnowsThatTheFirstEntryWasRead() {
    assertThat(LagResolver.bound(mark(1, 50, 50), id(7), null).value()).isEqualTo(49);
    assertThat(LagResolver.bound(mark(1, 50, 50), id(7), null).exact()).isFalse();
  }

  private static StreamMark mark(long first, long last, long added) {
    return new StreamMark(last - first + 1, added, id(first), id(last), id(last), NONE);
  }

  private static StreamId id(long ms) {
    return new StreamId(ms, 0);
  }
}
