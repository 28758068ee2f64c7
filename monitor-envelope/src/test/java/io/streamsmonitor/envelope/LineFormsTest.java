package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.LineBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines made from ready pieces are the lines made the long way, to the byte. */
class LineFormsTest {
  private static final Instant AT = Instant.parse("2026-05-01T10:00:00.123Z");
  private static final List<String> NAMES =
      List.of(
          "orders", "a \"quoted\" name", "back\\slash", "zwölf €\ud83d\ude80", "line\nend\u2028");

  private final RecordingSink sink = new RecordingSink();
  private final LineBuffer line = new LineBuffer();

  @Test
  void publications() {
    for (String name : NAMES) {
      MessageTrail messages = new MessageTrail(trail(name));
      messages.published(
          name, "1777629600100-0", name, "t", List.of("total", "note"), "2026-05-01T09:59:59Z", 7);
      line.clear();
      new PublishForm(new LineForm(name), raw(name))
          .write(
              line,
              AT.toEpochMilli(),
              raw(name),
              raw("t"),
              raw("1777629600100-0"),
              7,
              raw("[\"total\",\"note\"]"),
              raw("2026-05-01T09:59:59Z"));

      assertThat(text()).isEqualTo(last());
    }
  }

  @Test
  void deliveriesAndAcknowledgements() {
    for (String name : NAMES) {
      MessageTrail messages = new MessageTrail(trail(name));
      EventEnvelope event =
          new EventEnvelope(
              name, null, "t", "s", "other", AT.minusMillis(23), "1.0", null, null, "{}", Map.of());
      MessageContext message =
          new MessageContext(name, name, name, "1777629600100-0", 1, 23, true, event);
      ConsumerForm form = new ConsumerForm(new LineForm(name), name, name, name);

      messages.consumed(new Delivery(message, AT, Map.of()));
      line.clear();
      form.consumed(line, AT.toEpochMilli(), raw(name), raw("t"), raw("1777629600100-0"), 23, 23);
      assertThat(text()).isEqualTo(last());

      messages.acknowledged(message, 41);
      line.clear();
      form.acknowledged(line, AT.toEpochMilli(), raw(name), raw("t"), raw("1777629600100-0"), 41);
      assertThat(text()).isEqualTo(last());
    }
  }

  private AuditTrail trail(String service) {
    return new AuditTrail(service, sink, Redaction.usual(), Clock.fixed(AT, ZoneOffset.UTC));
  }

  private String text() {
    return new String(line.bytes(), 0, line.length(), UTF_8);
  }

  private String last() {
    return sink.events().get(sink.events().size() - 1).toJson() + "\n";
  }

  private static byte[] raw(String text) {
    return text.getBytes(UTF_8);
  }
}
