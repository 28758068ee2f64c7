package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.params.XAddParams;

class ContextPropagationTest extends RedisTest {
  @Test
  void whatAHandlerPublishesBelongsToTheSameStory() {
    redis
        .consumer("orders", "billing")
        .handle(
            (event, message) -> {
              redis.log().info("order.billed", "billed");
              redis.publisher("invoices").publish(Map.of("total", 3));
              redis.jedis().xadd("audit", XAddParams.xAddParams(), Map.of("billed", "yes"));
            });
    String parent = redis.publisher("orders").publish("{}", EventContext.start("c-1"));
    sink.await(EventNames.ACK, 1, SOON);

    Map<String, String> cause = stored("orders").get(0);
    Map<String, String> invoice = stored("invoices").get(0);
    Map<String, String> audit = stored("audit").get(0);
    assertThat(cause).doesNotContainKey("causationId");
    assertThat(invoice)
        .containsEntry("correlationId", "c-1")
        .containsEntry("causationId", parent)
        .containsEntry("traceId", cause.get("traceId"));
    assertThat(audit).containsEntry("correlationId", "c-1").containsEntry("causationId", parent);
    assertThat(invoice.get("spanId")).isNotEqualTo(cause.get("spanId"));
    LifecycleEvent line = sink.events("order.billed").get(0);
    assertThat(line.correlationId()).isEqualTo("c-1");
    assertThat(line.traceId()).isEqualTo(cause.get("traceId"));
  }

  @Test
  void closingAScopeRestoresWhatWasBefore() {
    EventContext outer = EventContext.start("outer");
    Scope outerScope = outer.open();
    Scope innerScope = EventContext.start("inner").open();
    assertThat(EventContext.current().correlationId()).isEqualTo("inner");
    innerScope.close();
    assertThat(EventContext.current()).isSameAs(outer);
    outerScope.close();
    assertThat(EventContext.openOnThread()).isNull();
  }
}
