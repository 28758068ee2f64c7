package io.streamsmonitor.report.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamsmonitor.core.json.Json;
import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.report.SampleSession;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
  @TempDir Path folder;

  @Test
  void showsEveryEventOfOneIdAcrossServicesInOrder() throws Exception {
    SampleSession.sick(folder).read();

    Trace trace = Trace.of(folder, "corr-2", Redactor.NONE);

    assertThat(trace.events())
        .extracting(TraceEvent::service)
        .containsExactly("mail", "orders", "payments", "payments", "payments");
    assertThat(TraceText.of(trace))
        .contains("[T+0:02] mail 2026-11-23 20:00:02 corr-2 seen by nobody")
        .contains("[T+0:11] payments consumed → stream:orders")
        .contains("still unread by group mail")
        .endsWith("corr-2: 5 events in 3 services, 1 flaw\n");
    assertThat(Json.MAPPER.readTree(TraceJson.of(trace)).path("services").size()).isEqualTo(3);
  }

  @Test
  void takesAMessageIdAsWell() throws Exception {
    SampleSession.sick(folder).read();

    assertThat(Trace.find(folder, "1795464010000-0"))
        .extracting(TraceEvent::event)
        .containsExactly("redis.publish", "redis.consume");
  }

  @Test
  void takesABeginningThatIsUnique() throws Exception {
    SampleSession.sick(folder).read();

    assertThat(Trace.of(folder, "corr-l", Redactor.NONE).id()).isEqualTo("corr-late");
  }

  @Test
  void refusesABeginningOfSeveralIdsAndNamesThem() {
    SampleSession.sick(folder).read();

    assertThatThrownBy(() -> Trace.find(folder, "corr-"))
        .isInstanceOf(AmbiguousId.class)
        .hasMessageContaining("corr-1, corr-2");
  }

  @Test
  void findsNothingForAnIdThatNoLineNames() throws Exception {
    SampleSession.sick(folder).read();

    assertThat(Trace.find(folder, "no-such-id")).isEmpty();
  }

  @Test
  void prefersTheWholeIdToALongerOneThatBeginsWithIt() throws Exception {
    SampleSession session = new SampleSession(folder);
    session.log("a", "order c1 taken", "order c10 taken");
    session.read();

    assertThat(Trace.find(folder, "c1"))
        .extracting(TraceEvent::message)
        .containsExactly("order c1 taken");
  }
}
