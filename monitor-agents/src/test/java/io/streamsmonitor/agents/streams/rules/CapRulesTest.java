package io.streamsmonitor.agents.streams.rules;

import static io.streamsmonitor.agents.streams.Looks.text;
import static io.streamsmonitor.agents.streams.StreamSketch.consumer;
import static io.streamsmonitor.agents.streams.StreamSketch.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.Looks;
import io.streamsmonitor.agents.streams.StreamKnowledge;
import io.streamsmonitor.agents.streams.StreamSketch;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What caps do: entries that nothing limits, and limits that take what nobody has read. */
class CapRulesTest {
  private static final Location PLACE = new Location("orders/src/Clicks.java", 12);

  @Test
  void missingMaxlenFiresAtTheFirstLookWhereCodeProvesIt() {
    List<Draft> drafts =
        Looks.knowing(code(), new MissingMaxlen()).see(stream("clicks").entries(3));

    assertThat(drafts).extracting(Draft::severity).containsExactly(Severity.MEDIUM);
    assertThat(drafts.get(0).locations()).containsExactly(PLACE);
  }

  @Test
  void missingMaxlenStaysSilentOnATrimmedStreamAndOnOneTheCodeDoesNotKnow() {
    Looks looks = Looks.knowing(code(), new MissingMaxlen());

    assertThat(looks.see(stream("clicks").entries(901, 1_000), stream("other").entries(5)))
        .isEmpty();
  }

  @Test
  void unboundedNeedsTheServersProofBesideTheCode() {
    Looks looks = Looks.knowing(code(), new UnboundedStream());

    assertThat(looks.see(stream("clicks").entries(3))).isEmpty();
  }

  @Test
  void unreadTrimmedFiresWhenTheFrontPassesAGroupThatStands() {
    Looks looks = Looks.with(new UnreadTrimmed());
    assertThat(looks.see(read(1, 100, 20))).isEmpty();
    assertThat(looks.see(read(21, 120, 20))).isEmpty();

    Draft draft = looks.see(read(51, 150, 20)).get(0);

    assertThat(draft.severity()).isEqualTo(Severity.HIGH);
    assertThat(draft.subject().group()).isEqualTo("g");
    assertThat(text(draft, "lostEntries")).isEqualTo("30");
    assertThat(text(looks.see(read(61, 160, 20)).get(0), "lostEntries")).isEqualTo("40");
  }

  @Test
  void unreadTrimmedStaysSilentWhereOnlyReadEntriesGoAndAfterXdel() {
    Looks looks = Looks.with(new UnreadTrimmed());
    looks.see(read(1, 100, 60));
    assertThat(looks.see(read(51, 150, 60))).isEmpty();
    assertThat(looks.see(read(61, 160, 60))).isEmpty();

    Looks deleting = Looks.with(new UnreadTrimmed());
    deleting.see(read(1, 10, 2));
    assertThat(deleting.see(read(5, 10, 2).maxDeleted(4))).isEmpty();
  }

  @Test
  void unreadTrimmedFiresOnAGroupThatJumpsFromGapToGap() {
    Looks looks = Looks.with(new UnreadTrimmed());
    assertThat(looks.see(read(1, 100, 20))).isEmpty();
    assertThat(looks.see(read(81, 180, 95))).isEmpty();
    assertThat(looks.see(read(161, 260, 165))).isEmpty();

    assertThat(looks.see(read(241, 340, 175))).hasSize(1); // 180 was seen unread
  }

  @Test
  void unreadTrimmedStaysSilentOnAReaderThatIsLateAndLosesNothing() {
    Looks looks = Looks.with(new UnreadTrimmed());
    for (long n = 0; n < 10; n++) {
      assertThat(looks.see(read(80 * n + 1, 80 * n + 100, 80 * n + 20))).isEmpty();
    }
  }

  @Test
  void unreadTrimmedStaysSilentOnANewGroupBehindAnOldTrim() {
    Looks looks = Looks.with(new UnreadTrimmed());
    looks.see(read(51, 150, 0));
    assertThat(looks.see(read(51, 160, 0))).isEmpty();
  }

  private static StreamSketch read(long first, long last, long read) {
    return stream("s").entries(first, last).group("g", read, List.of(consumer("c", 5)));
  }

  private static StreamKnowledge code() {
    return new StreamKnowledge() {
      @Override
      public List<String> producers(String stream) {
        return List.of();
      }

      @Override
      public List<Location> unlimited(String stream) {
        return stream.equals("clicks") ? List.of(PLACE) : List.of();
      }
    };
  }
}
