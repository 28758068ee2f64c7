package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.events.LifecycleEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsyncFileSinkTest {
  @Test
  void losesNoLineAndTearsNoneUnderLoad(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("service.log");
    int threads = 4;
    int linesEach = 5_000;
    try (AsyncFileSink sink = AsyncFileSink.to(file)) {
      List<Thread> writers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        writers.add(
            new Thread(
                () -> {
                  for (int i = 0; i < linesEach; i++) {
                    sink.emit(event(thread + "-" + i));
                  }
                }));
      }
      writers.forEach(Thread::start);
      for (Thread writer : writers) {
        writer.join();
      }
      assertThat(sink.refusedLines()).isZero();
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(threads * linesEach).doesNotHaveDuplicates();
    assertThat(lines).allMatch(line -> line.startsWith("{\"level\"") && line.endsWith("}"));
  }

  @Test
  void waitsForASlowDiskInsteadOfDropping() throws Exception {
    CountDownLatch diskMayWork = new CountDownLatch(1);
    ByteArrayOutputStream disk = new ByteArrayOutputStream();
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            try {
              diskMayWork.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            disk.write(bytes, from, length);
          }
        };
    int lines = 10_000;
    AsyncFileSink sink = AsyncFileSink.to(slow);
    Thread service =
        new Thread(
            () -> {
              for (int i = 0; i < lines; i++) {
                sink.emit(event("line " + i));
              }
            });
    service.start();
    while (service.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    diskMayWork.countDown();
    service.join();
    sink.close();

    assertThat(disk.toString(UTF_8).lines()).hasSize(lines);
    assertThat(sink.refusedLines()).isZero();
  }

  @Test
  void countsWhatTheDiskRefuses() {
    AsyncFileSink sink =
        AsyncFileSink.to(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("disk full");
              }
            });

    sink.emit(event("one"));
    sink.flush();
    sink.emit(event("two"));
    sink.close();
    sink.emit(event("after the end"));

    assertThat(sink.refusedLines()).isEqualTo(3);
  }

  @Test
  void takesALineLargerThanItsBuffer() {
    ByteArrayOutputStream disk = new ByteArrayOutputStream();
    try (AsyncFileSink sink = AsyncFileSink.to(disk)) {
      sink.emit(event("small"));
      sink.emit(event("x".repeat(2_000_000)));
      sink.emit(event("small"));
    }

    assertThat(disk.toString(UTF_8).lines()).hasSize(3);
  }

  private static LifecycleEvent event(String message) {
    return new LifecycleEvent(
        Level.INFO, Instant.EPOCH, "shop", "c-1", null, "test", message, 0, null, new Object[0], 0);
  }
}
