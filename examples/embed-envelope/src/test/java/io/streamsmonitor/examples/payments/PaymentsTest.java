package io.streamsmonitor.examples.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.EventContext;
import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.envelope.RecordingSink;
import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PaymentsTest {
  @Test
  @Timeout(60)
  void runsAsAProcessAndTellsWhatItDoes(@TempDir Path folder) throws Exception {
    try (TestRedis server = new TestRedis(folder)) {
      Process payments = start(server);
      try (BufferedReader lines = payments.inputReader(UTF_8)) {
        String started = await(lines, EventNames.STARTED);
        String invoice = invoiceFor(server, new Payments.Order("o-1", 3, 250));
        String published = await(lines, EventNames.PUBLISH);
        String acknowledged = await(lines, EventNames.ACK);
        // Not Process.destroy(): that would also close the output that is read here.
        payments.toHandle().destroy();
        String stopped = await(lines, EventNames.SHUTDOWN);

        assertThat(started)
            .contains("\"subscribedStreams\":[\"orders\"]")
            .contains("\"publishedStreams\":[\"invoices\",\"orders.dead\"]");
        assertThat(invoice).isEqualTo("{\"order\":\"o-1\",\"cents\":750}");
        assertThat(List.of(published, acknowledged))
            .allMatch(line -> line.contains("\"correlationId\":\"request-1\""));
        assertThat(stopped).contains("\"reason\":\"SIGTERM\"").contains("\"pendingMessages\":0");
        assertThat(payments.waitFor(10, TimeUnit.SECONDS)).isTrue();
      } finally {
        payments.destroyForcibly();
      }
    }
  }

  private static String invoiceFor(TestRedis server, Payments.Order order) {
    RecordingSink sink = new RecordingSink();
    try (MonitoredRedis shop =
        MonitoredRedis.builder("shop").redis(server.url()).sink(sink).start()) {
      var invoices = new java.util.concurrent.LinkedBlockingQueue<String>();
      shop.consumer("invoices", "shop").handle((event, message) -> invoices.add(event.payload()));
      shop.publisher("orders").publish(order, EventContext.start("request-1"));
      List<LifecycleEvent> acks = sink.await(EventNames.ACK, 1, Duration.ofSeconds(20));
      assertThat(acks).extracting(LifecycleEvent::correlationId).containsExactly("request-1");
      return invoices.remove();
    }
  }

  private static Process start(TestRedis server) throws IOException {
    ProcessBuilder service =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Payments.class.getName());
    service.environment().put("REDIS_URL", server.url());
    return service.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String await(BufferedReader lines, String event) throws IOException {
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.contains("\"event\":\"" + event + "\"")) {
        return line;
      }
    }
    throw new AssertionError("the service ended without " + event);
  }
}
