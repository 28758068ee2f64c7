package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
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

  @Test
  void aRequestBringsItsStoryAndItsTrace() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    String header = "00-" + trace + "-b7ad6b7169203331-01";

    assertThat(EventContext.incoming("c-1", header).traceparent()).isEqualTo(header);
    assertThat(EventContext.incoming("c-1", header).correlationId()).isEqualTo("c-1");
    assertThat(EventContext.incoming(null, "nonsense").traceparent())
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
        .doesNotContain(trace);
  }

  @Test
  void workHandedToAnotherThreadStaysInItsStory() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      BlockingQueue<String> seen = new LinkedBlockingQueue<>();
      Runnable look = () -> seen.add(String.valueOf(EventContext.openOnThread()));
      Scope scope = EventContext.start("c-1").open();
      EventContext.propagating(pool).execute(look);
      scope.close();
      EventContext.propagating(pool).execute(look);

      assertThat(seen.poll(10, TimeUnit.SECONDS)).contains("correlationId=c-1");
      assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo("null");
      assertThat(
              EventContext.start("c-2")
                  .wrapCall(() -> EventContext.current().correlationId())
                  .call())
          .isEqualTo("c-2");
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void theMdcHasTheIdsInsideAHandlerAndWhatItHadBeforeOutside() {
    MDC.put("correlationId", "before");
    Scope scope = EventContext.start("c-1").open();
    assertThat(MDC.get("correlationId")).isEqualTo("c-1");
    assertThat(MDC.get("traceId")).hasSize(32);
    assertThat(MDC.get("spanId")).hasSize(16);
    scope.close();

    assertThat(MDC.get("correlationId")).isEqualTo("before");
    assertThat(MDC.get("traceId")).isNull();
    MDC.clear();
  }
}
