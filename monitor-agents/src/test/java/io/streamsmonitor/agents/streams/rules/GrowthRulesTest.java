package io.streamsmonitor.agents.streams.rules;

import static io.streamsmonitor.agents.streams.Looks.text;
import static io.streamsmonitor.agents.streams.StreamSketch.consumer;
import static io.streamsmonitor.agents.streams.StreamSketch.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.Looks;
import io.streamsmonitor.agents.streams.StreamKnowledge;
import io.streamsmonitor.agents.streams.StreamSketch;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthRulesTest {

  @Test
  void growingFiresAtTheFourthSampleWhenAGroupFallsBehind() {
    Looks looks = Looks.with(new StreamGrowing());
    assertThat(looks.see(slow(10))).isEmpty();
    assertThat(looks.see(slow(20))).isEmpty();
    assertThat(looks.see(slow(30))).isEmpty();

    Draft draft = looks.see(slow(40)).get(0);

    assertThat(draft.severity()).isEqualTo(Severity.HIGH);
    assertThat(text(draft, "hypothesis")).contains("group g");
    assertThat(text(draft, "metrics")).contains("streamLen=40");
  }

  @Test
  void growingStaysSilentOnACappedSawtooth() {
    Looks looks = Looks.with(new StreamGrowing());
    long added = 1_000;
    for (long length : List.of(300, 340, 380, 390, 395, 396, 300, 340, 380)) {
      added += 40;
      assertThat(looks.see(stream("s").entries(added - length + 1, added))).isEmpty();
    }
  }

  @Test
  void growingIsOnlyInfoWhileEveryGroupKeepsUp() {
    Looks looks = Looks.with(new StreamGrowing());
    List<Draft> drafts = List.of();
    for (long n = 10; n <= 50; n += 10) {
      drafts = looks.see(stream("s").entries(n).group("g", n, List.of(consumer("c", 5))));
    }
    assertThat(drafts).extracting(Draft::severity).containsExactly(Severity.INFO);
  }

  @Test
  void growingFiresOnAStreamNobodyReads() {
    Looks looks = Looks.with(new StreamGrowing());
    List<Draft> drafts = List.of();
    for (long n = 10; n <= 40; n += 10) {
      drafts = looks.see(stream("s").entries(n));
    }
    assertThat(drafts).extracting(Draft::severity).containsExactly(Severity.HIGH);
  }

  @Test
  void growingStaysSilentWhenALookFollowsTooCloselyToCount() {
    Looks looks = Looks.with(new StreamGrowing());
    looks.see(slow(10));
    looks.see(slow(20));
    looks.see(slow(30));
    assertThat(looks.seeAfter(Duration.ofMillis(10), slow(31))).isEmpty();
  }

  @Test
  void growingTakesTheTableToTheLetterInStrict() {
    Looks looks = Looks.strict(new StreamGrowing());
    List<Draft> drafts = List.of();
    for (long n = 10; n <= 40; n += 10) {
      drafts = looks.see(stream("s").entries(n).group("g", n, List.of(consumer("c", 5))));
    }
    assertThat(drafts).extracting(Draft::severity).containsExactly(Severity.HIGH);
  }

  @Test
  void unboundedFiresWhenNothingWasEverRemovedFromAGrowingStream() {
    Looks looks = Looks.with(new UnboundedStream());
    looks.see(stream("s").entries(1_000));
    looks.see(stream("s").entries(1_100));
    looks.see(stream("s").entries(1_200));
    assertThat(looks.see(stream("s").entries(1_300)))
        .extracting(Draft::severity)
        .containsExactly(Severity.MEDIUM);
  }

  @Test
  void unboundedStaysSilentOnAYoungStreamAndOnATrimmedOne() {
    Looks looks = Looks.with(new UnboundedStream());
    for (long n = 1; n <= 9; n++) {
      assertThat(
              looks.see(
                  stream("young").entries(n * 100),
                  stream("trimmed").entries(n * 1_000, n * 1_000 + 5_000)))
          .isEmpty();
    }
  }

  @Test
  void unboundedBelievesTheCode() {
    StreamKnowledge uncapped =
        new StreamKnowledge() {
          @Override
          public List<String> producers(String stream) {
            return List.of();
          }

          @Override
          public Boolean capped(String stream) {
            return stream.equals("limited");
          }
        };
    Looks looks = Looks.knowing(uncapped, new UnboundedStream());
    List<Draft> drafts = List.of();
    for (long n = 1; n <= 4; n++) {
      drafts = looks.see(stream("free").entries(n), stream("limited").entries(n * 2_000));
    }
    assertThat(drafts).extracting(d -> d.subject().stream()).containsExactly("free");
  }

  private static StreamSketch slow(long n) {
    return stream("s").entries(n).group("g", 1 + n / 10, List.of(consumer("c", 5)));
  }
}
