package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.events.LineBuffer;
import io.streamsmonitor.envelope.events.TimeText;
import java.util.Arrays;

/** How every line of one service begins; lines are made from pieces that are ready as bytes. */
final class LineForm {
  private static final byte[] BEGIN =
      piece("{\"level\":\"" + Level.INFO.wire() + "\",\"timestamp\":\"");
  private static final byte[] TRACE = piece("\",\"traceId\":\"");

  private final byte[] service;

  /** Many lines share a millisecond. Immutable, so that threads may race for it. */
  private volatile Begun last = new Begun(Long.MIN_VALUE, new byte[0], new byte[0]);

  LineForm(String service) {
    this.service = piece("\",\"service\":\"", service.getBytes(UTF_8), "\",\"correlationId\":\"");
  }

  /** All up to the name of the event. */
  void head(LineBuffer out, long epochMillis, byte[] correlationId, byte[] traceId) {
    Begun begun = last;
    if (begun.millis != epochMillis) {
      begun = begun(epochMillis);
    }
    out.ascii(begun.text);
    out.escaped(correlationId);
    out.ascii(TRACE);
    out.escaped(traceId);
  }

  private Begun begun(long epochMillis) {
    Begun known = last;
    byte[] time = TimeText.next(known.millis, known.time, epochMillis);
    byte[] text = Arrays.copyOf(BEGIN, BEGIN.length + time.length + service.length);
    System.arraycopy(time, 0, text, BEGIN.length, time.length);
    System.arraycopy(service, 0, text, BEGIN.length + time.length, service.length);
    Begun begun = new Begun(epochMillis, time, text);
    last = begun;
    return begun;
  }

  /** JSON as it is. */
  static byte[] piece(String json) {
    return json.getBytes(UTF_8);
  }

  /** A text to be escaped between two pieces of JSON. */
  static byte[] piece(String before, byte[] text, String after) {
    LineBuffer out = new LineBuffer();
    out.ascii(before);
    out.escaped(text);
    out.ascii(after);
    return Arrays.copyOf(out.bytes(), out.length());
  }

  private static final class Begun {
    private final long millis;
    private final byte[] time;
    private final byte[] text;

    Begun(long millis, byte[] time, byte[] text) {
      this.millis = millis;
      this.time = time;
      this.text = text;
    }
  }
}
