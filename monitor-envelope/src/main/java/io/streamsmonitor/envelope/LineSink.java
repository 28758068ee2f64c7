package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.LineBuffer;

/** A sink that wants nothing but the bytes: for it no object stands between event and line. */
interface LineSink extends EventSink {
  /** Takes whole lines, line ends included; the buffer is used again afterwards. */
  void write(LineBuffer line);
}
