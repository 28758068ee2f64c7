package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.scan.Block;
import io.streamsmonitor.agents.logs.scan.BlockReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A thread that scans blocks before they are asked for, a few at most. */
final class ScanAhead implements AutoCloseable {
  private static final int BLOCKS = 6;

  private final BlockReader reader;
  private final BlockingQueue<Block> free = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Optional<Block>> scanned = new ArrayBlockingQueue<>(BLOCKS + 1);
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  ScanAhead(BlockReader reader) {
    this.reader = reader;
    for (int i = 0; i < BLOCKS; i++) {
      free.add(BlockReader.block());
    }
    thread = new Thread(this::work, "log-scan");
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      Block block = free.take();
      while (reader.fill(block)) {
        scanned.put(Optional.of(block));
        block = free.take();
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    } catch (InterruptedException e) {
      return;
    }
    scanned.add(Optional.empty());
  }

  /** The next block of the file, or null at its end. */
  @Nullable Block next() throws IOException {
    Optional<Block> next;
    try {
      next = scanned.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a file was read");
    }
    Throwable why = next.isPresent() ? null : failure;
    if (why != null) {
      throw new IOException(why.getMessage() == null ? why.toString() : why.getMessage(), why);
    }
    return next.orElse(null);
  }

  /** A block that nobody looks at any more. */
  void giveBack(Block block) {
    free.add(block);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
