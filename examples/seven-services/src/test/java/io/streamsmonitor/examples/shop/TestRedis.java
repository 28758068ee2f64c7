package io.streamsmonitor.examples.shop;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis for the test, from the binary inside {@code org.signal:embedded-redis}. */
final class TestRedis implements AutoCloseable {
  private final int port;
  private final Process process;

  TestRedis(Path folder) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path binary = folder.resolve("redis-server");
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    String name = (mac ? "darwin" : "linux") + "-" + (arm ? "arm64" : "amd64");
    try (InputStream in = TestRedis.class.getResourceAsStream("/redis-server-7.0.15-" + name)) {
      if (in == null) {
        throw new IllegalStateException("no Redis for " + name);
      }
      Files.copy(in, binary);
    }
    if (!binary.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make " + binary + " executable");
    }
    process =
        new ProcessBuilder(
                binary.toString(), "--port", "" + port, "--bind", "127.0.0.1", "--save", "")
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!answers()) {
      Thread.onSpinWait();
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  private boolean answers() {
    try (Jedis jedis = new Jedis("127.0.0.1", port)) {
      return jedis.ping() != null;
    } catch (JedisException e) {
      if (!process.isAlive()) {
        throw e;
      }
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
