package io.streamsmonitor.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import io.streamsmonitor.envelope.otel.OpenTelemetryObserver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TracingTest extends RedisTest {
  private final InMemorySpanExporter exported = InMemorySpanExporter.create();
  private final OpenTelemetrySdk telemetry =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(exported))
                  .build())
          .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
          .build();

  private MonitoredRedis traced(EventObserver observer) {
    return MonitoredRedis.builder("traced")
        .redis(server.uri())
        .sink(sink)
        .observer(observer)
        .start();
  }

  private List<SpanData> spans(String name) {
    return exported.getFinishedSpanItems().stream().filter(s -> s.getName().equals(name)).toList();
  }

  @Test
  void oneTraceRunsFromARequestThroughTwoStreams() throws Exception {
    exported.reset();
    Span request = telemetry.getTracer("test").spanBuilder("request").startSpan();
    try (MonitoredRedis traced = traced(new OpenTelemetryObserver(telemetry))) {
      traced
          .consumer("orders", "billing")
          .handle((event, message) -> traced.publisher("invoices").publish("{}"));
      traced.consumer("invoices", "mail").handle((event, message) -> {});
      Context.current()
          .with(request)
          .wrap(() -> traced.publisher("orders").publish("{}", EventContext.start("c-1")))
          .call();
      sink.await(EventNames.ACK, 2, SOON);
    }
    request.end();

    SpanData sent = spans("send orders").get(0);
    SpanData processed = spans("process orders").get(0);
    SpanData sentOn = spans("send invoices").get(0);
    assertThat(exported.getFinishedSpanItems())
        .hasSize(7)
        .allMatch(span -> span.getTraceId().equals(request.getSpanContext().getTraceId()));
    assertThat(sent.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
    assertThat(sent.getKind()).isEqualTo(SpanKind.PRODUCER);
    assertThat(processed.getParentSpanId()).isEqualTo(sent.getSpanId());
    assertThat(processed.getLinks().get(0).getSpanContext().getSpanId())
        .isEqualTo(sent.getSpanId());
    assertThat(sentOn.getParentSpanId()).isEqualTo(processed.getSpanId());
    assertThat(spans("settle invoices").get(0).getLinks().get(0).getSpanContext().getSpanId())
        .isEqualTo(sentOn.getSpanId());
    assertThat(stored("orders").get(0).get("spanId")).isEqualTo(sent.getSpanId());
    assertThat(sent.getAttributes().get(AttributeKey.stringKey("messaging.message.id")))
        .isEqualTo(sink.events(EventNames.PUBLISH).get(0).field("messageId"));
    assertThat(sink.events(EventNames.ACK))
        .extracting(LifecycleEvent::traceId)
        .containsOnly(sent.getTraceId());
  }

  @Test
  void aFailureMarksTheSpanWithoutItsSecrets() {
    exported.reset();
    String password = "hunter" + 2;
    try (MonitoredRedis traced = traced(new OpenTelemetryObserver(telemetry))) {
      traced
          .consumer("orders", "billing")
          .deadLetterAfter(1, "orders.dead")
          .handle(
              (event, message) -> {
                throw new IllegalStateException("password=" + password);
              });
      traced.publisher("orders").publishAll(List.of("{}"));
      sink.await(EventNames.ACK, 1, SOON);
    }

    SpanData processed = spans("process orders").get(0);
    assertThat(processed.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(processed.toString()).contains("password=***").doesNotContain(password);
    assertThat(spans("send orders")).hasSize(1);
  }

  @Test
  void withoutAnSdkTheIdsOfTheEnvelopeStay() {
    EventContext story = EventContext.start("c-1");
    try (MonitoredRedis traced = traced(new OpenTelemetryObserver(OpenTelemetry.noop()))) {
      traced.publisher("orders").publish("{}", story);
    }

    assertThat(stored("orders").get(0))
        .containsEntry("traceId", story.traceId())
        .containsEntry("spanId", story.spanId());
  }

  @Test
  void anObserverThatThrowsKeepsNothingFromHappening() throws Exception {
    LinkedBlockingQueue<String> handled = new LinkedBlockingQueue<>();
    try (MonitoredRedis traced =
        traced(
            (kind, stream, message, context) -> {
              throw new IllegalStateException("no tracing today");
            })) {
      traced
          .consumer("orders", "billing")
          .retry(RetryPolicy.fixed(Duration.ofMillis(5)))
          .handle((event, message) -> handled.add(event.correlationId()));
      traced.publisher("orders").publish("{}", EventContext.start("c-1"));

      assertThat(handled.poll(10, TimeUnit.SECONDS)).isEqualTo("c-1");
      sink.await(EventNames.ACK, 1, SOON);
      assertThat(sink.events(EventNames.FAILED)).isEmpty();
    }
  }
}
