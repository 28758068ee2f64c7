package io.streamsmonitor.cli.redis;

import io.streamsmonitor.core.redis.RedisHost;
import io.streamsmonitor.core.redis.RedisProbe;
import io.streamsmonitor.core.redis.RedisUnavailable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Redis that the session starts, on loopback, and so saves and stops. */
public final class OwnRedis implements RedisHost {
  private static final String LOG = "redis.log";
  private static final long RETRY_MS = 20;
  private static final Duration END_LIMIT = Duration.ofSeconds(5);

  /** How to save such a server; writing commands are nobody else's business. */
  @FunctionalInterface
  public interface Saver {
    /** BGSAVE, waited for. */
    void save(String url, Duration limit) throws RedisUnavailable;
  }

  /** How to start it: the words of a command, made when it is time. */
  @FunctionalInterface
  public interface Command {
    List<String> words() throws IOException;
  }

  private final String url;
  private final int port;
  private final Path folder;
  private final Command start;
  private final List<String> stop;
  private final ProbeConnector connector;
  private final Saver saver;
  private @Nullable Process process;

  private OwnRedis(
      int port,
      Path folder,
      Command start,
      List<String> stop,
      ProbeConnector connector,
      Saver saver) {
    this.url = "redis://127.0.0.1:" + port;
    this.port = port;
    this.folder = folder;
    this.start = start;
    this.stop = List.copyOf(stop);
    this.connector = connector;
    this.saver = saver;
  }

  /**
   * The server that comes with the monitor, on a free port, in memory.
   *
   * @param cache where its program is put
   * @param folder where it works and saves
   */
  public static OwnRedis embedded(Path cache, Path folder, ProbeConnector connector, Saver saver)
      throws IOException {
    int port = FreePort.find();
    Command start =
        () ->
            List.of(
                RedisBinary.locate(cache).toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString());
    return new OwnRedis(port, folder, start, List.of(), connector, saver);
  }

  /** A server that the user's command starts on the port. */
  public static OwnRedis command(
      int port,
      Path folder,
      List<String> start,
      List<String> stop,
      ProbeConnector connector,
      Saver saver) {
    return new OwnRedis(port, folder, () -> start, stop, connector, saver);
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String displayUrl() {
    return url;
  }

  @Override
  public boolean ours() {
    return true;
  }

  @Override
  public void start(Duration limit) throws IOException, RedisUnavailable {
    if (!FreePort.isFree(port)) {
      throw new IOException(
          "port " + port + " is taken; end what listens there, or drop redis.start to use it");
    }
    process = launch(start.words());
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      try (RedisProbe probe = connector.connect(url)) {
        probe.ping();
        return;
      } catch (RedisUnavailable e) {
        if (stop.isEmpty() && !process.isAlive()) {
          throw new IOException(
              "it ended at once with exit code " + process.exitValue() + lastWords(), e);
        }
        if (System.nanoTime() > deadline || waited()) {
          throw e;
        }
      }
    }
  }

  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(LOG), StandardCharsets.ISO_8859_1);
    return lines.isEmpty() ? "" : ": " + lines.get(lines.size() - 1).strip();
  }

  private static boolean waited() {
    try {
      TimeUnit.MILLISECONDS.sleep(RETRY_MS);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Process launch(List<String> words) throws IOException {
    File log = folder.resolve(LOG).toFile();
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  @Override
  public RedisProbe connect() throws RedisUnavailable {
    return connector.connect(url);
  }

  @Override
  public List<String> saveAndStop(Duration limit) throws IOException {
    List<String> done = new ArrayList<>();
    if (process == null || (stop.isEmpty() && !process.isAlive())) {
      return process == null
          ? done
          : List.of("Redis had ended before, with exit code " + process.exitValue());
    }
    try {
      saver.save(url, limit);
      done.add("Redis saved (BGSAVE finished)");
    } catch (RedisUnavailable e) {
      done.add("Redis could not be saved: " + e.getMessage());
    }
    if (!stop.isEmpty()) {
      end(launch(stop), "the stop command of Redis");
    }
    close();
    done.add(
        FreePort.isFree(port)
            ? "Redis stopped, port " + port + " free"
            : "WARNING: port " + port + " is still in use");
    return done;
  }

  @Override
  public void close() {
    Process running = process;
    if (running != null && running.isAlive()) {
      running.destroy();
      end(running, "Redis");
    }
  }

  private static void end(Process process, String name) {
    try {
      if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IllegalStateException("interrupted while waiting for " + name + " to end", e);
    }
  }
}
