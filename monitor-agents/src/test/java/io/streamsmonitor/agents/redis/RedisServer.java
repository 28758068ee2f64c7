package io.streamsmonitor.agents.redis;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis 7.0.15 of the tests' own, on a free loopback port, ended with the tests' process. */
public final class RedisServer implements AutoCloseable {
  private static final String USUAL = "7.0.15";
  private static final String OLDER = "6.2.6-v5";

  private static @Nullable RedisServer shared;

  private final String version;
  private final Path folder;
  private final int port;
  private Process process;

  private RedisServer(String version, int port, String... options) {
    this.version = version;
    try {
      this.folder = Files.createTempDirectory("redis-test");
      this.port = port;
      this.process = start(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One for all tests of a run; {@link #flushed} before each. */
  public static synchronized RedisServer shared() {
    if (shared == null) {
      RedisServer made = fresh();
      Runtime.getRuntime().addShutdownHook(new Thread(made::close));
      shared = made;
    }
    return shared;
  }

  /** One that a test may stop. */
  public static RedisServer fresh(String... options) {
    return new RedisServer(USUAL, freePort(), options);
  }

  /** A sentinel that watches this master, on a port of its own. */
  public static RedisServer sentinelOf(String name, RedisServer master, String... lines) {
    try {
      Path config = Files.createTempFile("sentinel", ".conf");
      List<String> all = new ArrayList<>(List.of(lines));
      all.add("sentinel monitor " + name + " 127.0.0.1 " + master.port + " 1");
      Files.write(config, all);
      return new RedisServer(USUAL, freePort(), config.toString(), "--sentinel");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A node that becomes part of a {@link RedisCluster}. */
  static RedisServer node() {
    return fresh(
        "--cluster-enabled",
        "yes",
        "--cluster-port",
        Integer.toString(freePort()),
        "--cluster-node-timeout",
        "2000");
  }

  /**
   * The server that this machine has, for measuring; the one that tests carry where it has none.
   */
  public static RedisServer installed(String... options) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      Path binary = Path.of(folder, "redis-server");
      if (binary.isAbsolute() && Files.isExecutable(binary)) {
        return new RedisServer(binary.toString(), freePort(), options);
      }
    }
    return fresh(options);
  }

  /** Which one it is: a version that tests carry, or the path of this machine's own. */
  public String version() {
    return version;
  }

  /** A Redis 6.2, or null where none runs here: it is there for Linux on amd64, with OpenSSL 3. */
  public static @Nullable RedisServer older() {
    try {
      return new RedisServer(OLDER, freePort());
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  private static int freePort() {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RedisServer flushed() {
    try (Jedis jedis = jedis()) {
      jedis.flushAll();
    }
    return this;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public Jedis jedis() {
    return new Jedis("127.0.0.1", port);
  }

  /** The same port again, with nothing in it. */
  public void restart() throws IOException {
    stop();
    process = start();
  }

  private Process start(String... options) throws IOException {
    List<String> given = List.of(options);
    boolean sentinel = given.contains("--sentinel");
    List<String> command = new ArrayList<>(List.of(binary().toString()));
    command.addAll(sentinel ? given : List.of());
    command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"));
    if (!sentinel) {
      command.addAll(List.of("--save", "", "--dir", folder.toString()));
      command.addAll(given);
    }
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    for (int i = 0; i < 500; i++) {
      try (Jedis jedis = jedis()) {
        jedis.ping();
        return started;
      } catch (JedisAccessControlException e) {
        return started;
      } catch (JedisException e) {
        pause(started);
      }
    }
    throw new IOException("redis-server did not answer; see " + folder.resolve("redis.log"));
  }

  private static void pause(Process process) throws IOException {
    try {
      if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
        throw new IOException("redis-server ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private Path binary() throws IOException {
    Path own = Path.of(version);
    if (own.isAbsolute()) {
      return own;
    }
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String name =
        "redis-server-"
            + version
            + (os.contains("mac") ? "-darwin" : "-linux")
            + (arch.contains("aarch64") ? "-arm64" : "-amd64");
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      return file;
    }
    try (InputStream in = RedisServer.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        if (version.equals(OLDER)) {
          throw new IOException("no " + name);
        }
        return Path.of("redis-server");
      }
      Files.copy(in, file);
    }
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot run " + file);
    }
    return file;
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends the server, by its own process alone. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
