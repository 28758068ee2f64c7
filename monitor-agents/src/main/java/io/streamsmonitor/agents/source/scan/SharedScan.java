package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.ConfigValues;
import io.streamsmonitor.agents.source.Folders;
import io.streamsmonitor.agents.source.ScanScope;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One scan for everybody: whoever asks first runs it, the others wait for its result. */
public final class SharedScan {
  private static final int THREADS = 2;

  private final ScanScope scope;
  private final Folders folders;
  private final Supplier<ConfigValues> config;
  private final Supplier<FactStore> store;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ScanResult result;

  public SharedScan(ScanScope scope, Supplier<ConfigValues> config) {
    this(scope, new Folders(), config, FactStore::none);
  }

  /** The same, without parsing what the store knows, or listing folders that are listed. */
  public SharedScan(
      ScanScope scope, Folders folders, Supplier<ConfigValues> config, Supplier<FactStore> store) {
    this.scope = scope;
    this.folders = folders;
    this.store = store;
    this.config = config;
  }

  /** What is scanned. */
  public ScanScope scope() {
    return scope;
  }

  /**
   * The result; the first caller scans on its own thread.
   *
   * @param progress called now and then meanwhile
   */
  public ScanResult result(Runnable progress) {
    while (!taken()) {
      progress.run();
    }
    try {
      if (result == null) {
        result = SourceScanner.scan(scope, folders, config, THREADS, store.get(), progress);
      }
      return result;
    } finally {
      lock.unlock();
    }
  }

  private boolean taken() {
    try {
      return lock.tryLock(1, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another agent scans the sources", e);
    }
  }
}
