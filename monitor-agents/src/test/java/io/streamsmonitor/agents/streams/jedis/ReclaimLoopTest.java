package io.streamsmonitor.agents.streams.jedis;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.redis.RedisUnavailable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.params.XClaimParams;

/** Entries that are claimed again and again while XINFO says the same at every look. */
class ReclaimLoopTest extends WatchFixture {
  private void pending(String stream, int entries) {
    redis.xgroupCreate(stream, "g", new StreamEntryID("0-0"), true);
    for (int i = 1; i <= entries; i++) {
      add(stream, i + "-0");
    }
    read(stream, "g", "c", entries);
  }

  private void claim(String stream, int times) {
    for (int i = 0; i < times; i++) {
      redis.xclaim(
          stream, "g", "c", 0, XClaimParams.xClaimParams().idle(0), new StreamEntryID("3-0"));
    }
  }

  @Test
  void isFoundAtTheNextLookHoweverLongNothingElseHappened() throws RedisUnavailable {
    pending("loop", 5);
    assertThat(looks(4)).isEmpty();
    claim("loop", 4);
    assertThat(look()).containsExactly("stream.delivery-failure loop");
  }

  @Test
  void isFoundWithinTwoLooksAmongHundredsOfOtherGroups() throws RedisUnavailable {
    for (int i = 0; i < 320; i++) {
      pending("s" + i, 3);
    }
    assertThat(looks(4)).isEmpty();
    claim("s7", 4);
    claim("s8", 4);
    look();
    assertThat(look()).contains("stream.delivery-failure s7", "stream.delivery-failure s8");
  }

  @Test
  void isStuckAtTheFirstLookThatIsLateEnough() throws RedisUnavailable {
    pending("loop", 5);
    for (int i = 0; i <= 5; i++) {
      claim("loop", i % 3 == 1 ? 1 : 0);
      assertThat(look()).as("look %s", i).isEmpty();
    }
    assertThat(look()).contains("stream.stuck-message loop");
  }

  @Test
  void stillEntriesAreStuckAtTheFirstLookThatIsLateEnoughAmongHundreds() throws RedisUnavailable {
    for (int i = 0; i < 320; i++) {
      pending("s" + i, 3);
    }
    assertThat(looks(6)).isEmpty();
    assertThat(look()).hasSize(320).contains("stream.stuck-message s7");
  }
}
