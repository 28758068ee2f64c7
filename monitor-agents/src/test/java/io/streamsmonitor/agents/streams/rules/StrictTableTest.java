package io.streamsmonitor.agents.streams.rules;

import static io.streamsmonitor.agents.streams.StreamSketch.consumer;
import static io.streamsmonitor.agents.streams.StreamSketch.nobody;
import static io.streamsmonitor.agents.streams.StreamSketch.pending;
import static io.streamsmonitor.agents.streams.StreamSketch.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.agents.streams.Looks;
import io.streamsmonitor.agents.streams.StreamRule;
import io.streamsmonitor.agents.streams.StreamSketch;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.ConsumerSnapshot;
import io.streamsmonitor.core.model.PendingEntry;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The specification's threshold table, row by row: at the limit silent, beyond it as it says. */
class StrictTableTest {
  private static final List<ConsumerSnapshot> ONE = List.of(consumer("c", 5));

  /** A row: looks that just keep to the limit, and looks that do not. */
  record Row(
      String category,
      Severity severity,
      StreamRule rule,
      List<StreamSketch> within,
      List<StreamSketch> beyond) {
    @Override
    public String toString() {
      return category + " " + severity;
    }
  }

  static Stream<Row> table() {
    return Stream.of(
        new Row("STREAM_GROWING", Severity.HIGH, new StreamGrowing(), growing(3), growing(4)),
        new Row(
            "STUCK_MESSAGE",
            Severity.HIGH,
            new StuckMessage(),
            waiting(30_000, 1),
            waiting(30_001, 1)),
        new Row(
            "DELIVERY_FAILURE", Severity.HIGH, new DeliveryFailure(), waiting(1, 3), waiting(1, 4)),
        new Row("CONSUMER_LAG", Severity.CRITICAL, new ConsumerLag(), behind(100), behind(101)),
        new Row(
            "DEAD_CONSUMER",
            Severity.CRITICAL,
            new DeadConsumer(),
            List.of(stream("s").entries(5).group("g", 5, ONE)),
            List.of(stream("s").entries(5).group("g", 5, nobody()))),
        new Row(
            "NO_CONSUMER_GROUP",
            Severity.MEDIUM,
            new NoConsumerGroup(),
            List.of(stream("s").entries(5).group("g", 5, ONE)),
            List.of(stream("s").entries(5))),
        new Row(
            "MISSING_ACK", Severity.HIGH, new MissingAck(), unacknowledged(3), unacknowledged(4)),
        new Row("UNBOUNDED_STREAM", Severity.MEDIUM, new UnboundedStream(), growing(3), growing(4)),
        new Row(
            "COMPETING_CONSUMERS",
            Severity.INFO,
            new CompetingConsumers(),
            List.of(stream("s").entries(5).group("g", 5, ONE)),
            List.of(
                stream("s")
                    .entries(5)
                    .group("g", 5, List.of(consumer("c", 5), consumer("d", 5))))));
  }

  @ParameterizedTest
  @MethodSource("table")
  void takesTheTableToTheLetter(Row row) {
    assertThat(last(row.rule(), row.within())).isEmpty();
    List<Draft> drafts = last(row.rule(), row.beyond());
    assertThat(drafts).extracting(d -> d.rule().category()).containsExactly(row.category());
    assertThat(drafts).extracting(Draft::severity).containsExactly(row.severity());
  }

  private static List<Draft> last(StreamRule rule, List<StreamSketch> sketches) {
    Looks looks = Looks.strict(rule);
    List<Draft> said = List.of();
    for (StreamSketch sketch : sketches) {
      said = looks.see(sketch);
    }
    return said;
  }

  private static List<StreamSketch> growing(int looks) {
    return IntStream.rangeClosed(1, looks).mapToObj(n -> stream("s").entries(10L * n)).toList();
  }

  private static List<StreamSketch> behind(long lag) {
    return List.of(stream("s").entries(500).group("g", 500 - lag, ONE));
  }

  private static List<StreamSketch> waiting(long idleMs, long deliveries) {
    return List.of(stream("s").entries(5).group("g", 5, ONE, pending(1, "c", idleMs, deliveries)));
  }

  private static List<StreamSketch> unacknowledged(int looks) {
    return IntStream.rangeClosed(1, looks)
        .mapToObj(
            n ->
                stream("s")
                    .entries(50)
                    .group(
                        "g",
                        10L * n,
                        ONE,
                        IntStream.rangeClosed(1, n)
                            .mapToObj(i -> pending(i, "c", 1_000, 1))
                            .toArray(PendingEntry[]::new)))
        .toList();
  }
}
