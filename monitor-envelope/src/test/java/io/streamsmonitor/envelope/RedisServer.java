package io.streamsmonitor.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis of the tests' own on a free loopback port, without persistence unless asked for. */
final class RedisServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(10);

  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process process;

  private RedisServer(Path folder, int port, List<String> options) {
    this.folder = folder;
    this.port = port;
    this.options = options;
    this.process = launch();
  }

  /** With options of redis-server, such as {@code --appendonly yes}. */
  static RedisServer start(String... options) {
    try {
      return new RedisServer(Files.createTempDirectory("redis"), freePort(), List.of(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sentinel that watches this master, on a port of its own. */
  static RedisServer sentinelOf(String name, RedisServer master) {
    try {
      Path folder = Files.createTempDirectory("sentinel");
      Path config = folder.resolve("sentinel.conf");
      Files.writeString(
          config, "sentinel monitor " + name + " 127.0.0.1 " + master.port + " 1\n", UTF_8);
      return new RedisServer(folder, freePort(), List.of(config.toString(), "--sentinel"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  HostAndPort address() {
    return new HostAndPort("127.0.0.1", port);
  }

  String uri() {
    return "redis://127.0.0.1:" + port;
  }

  Jedis connect() {
    return new Jedis("127.0.0.1", port);
  }

  /** Ends it at once, as a crash would; what it had not persisted is gone. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops it in mid-air: connections stay open and nobody answers. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void startAgain() {
    process = launch();
  }

  @Override
  public void close() {
    kill();
  }

  private Process launch() {
    try {
      List<String> command = new ArrayList<>();
      boolean sentinel = options.contains("--sentinel");
      command.add(program().toString());
      if (sentinel) {
        command.addAll(options);
      }
      command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
      if (!sentinel) {
        command.addAll(List.of("--save", "", "--dir", folder.toString()));
        command.addAll(options);
      }
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      awaitPing(started);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitPing(Process started) {
    long deadline = System.nanoTime() + START.toNanos();
    JedisException last = null;
    while (System.nanoTime() < deadline && started.isAlive()) {
      try (Jedis jedis = connect()) {
        jedis.ping();
        return;
      } catch (JedisException e) {
        last = e;
        Thread.onSpinWait();
      }
    }
    started.destroyForcibly();
    throw new IllegalStateException("Redis did not start on port " + port, last);
  }

  private Path program() throws IOException {
    Path installed = onPath();
    if (installed != null) {
      return installed;
    }
    Path binary = folder.resolve("redis-server");
    if (!Files.exists(binary)) {
      String name = "/redis-server-7.0.15-" + system() + "-" + machine();
      try (InputStream in = RedisServer.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("no redis-server on PATH and none bundled as " + name);
        }
        Files.copy(in, binary);
      }
      if (!binary.toFile().setExecutable(true)) {
        throw new IllegalStateException("cannot make " + binary + " executable");
      }
    }
    return binary;
  }

  private static @Nullable Path onPath() {
    String path = System.getenv("PATH");
    for (String entry : (path == null ? "" : path).split(java.io.File.pathSeparator, -1)) {
      Path candidate = Path.of(entry, "redis-server");
      if (!entry.isEmpty() && Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static String system() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
        ? "darwin"
        : "linux";
  }

  private static String machine() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
