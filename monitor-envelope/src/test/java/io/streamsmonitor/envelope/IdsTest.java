package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Test
  void correlationIdsAreRandomUuids() {
    UUID id = UUID.fromString(Ids.correlation());

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void traceAndSpanIdsAreWhatTraceContextAsksFor() {
    assertThat(Ids.trace()).matches("[0-9a-f]{32}");
    assertThat(Ids.span()).matches("[0-9a-f]{16}");
  }

  @Test
  void threadsNeverMakeTheSame() throws Exception {
    Set<String> ids = ConcurrentHashMap.newKeySet();
    Thread[] threads =
        IntStream.range(0, 50)
            .mapToObj(
                thread ->
                    new Thread(
                        () -> {
                          for (int i = 0; i < 1_000; i++) {
                            ids.add(Ids.correlation());
                            ids.add(Ids.trace());
                          }
                        }))
            .toArray(Thread[]::new);
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(ids).hasSize(100_000);
  }
}
