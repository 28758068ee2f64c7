package io.streamsmonitor.core.fleet;

import io.streamsmonitor.core.model.RawLine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the fleet wrote until it was ready, as one would have seen it on a terminal. */
final class StartupLog {
  private final LogFile file;
  private boolean over;

  StartupLog(Path path) {
    file = new LogFile(path);
  }

  synchronized void raw(byte[] buffer, int length) {
    if (!over) {
      file.append(buffer, 0, length);
    }
  }

  void line(RawLine line) {
    LineBytes bytes = new LineBytes();
    bytes.text("[" + line.service() + "] ");
    bytes.writeBytes(line.bytes());
    bytes.write('\n');
    raw(bytes.array(), bytes.size());
  }

  void line(String service, String text) {
    byte[] bytes = ("[" + service + "] " + text + "\n").getBytes(StandardCharsets.UTF_8);
    raw(bytes, bytes.length);
  }

  /** Nothing is written afterwards. */
  synchronized void close() {
    if (!over) {
      over = true;
      file.close();
    }
  }
}
