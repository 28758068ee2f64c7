package io.streamsmonitor.examples.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers {@code GET /health} with {@code UP} on the service's port, on this machine only. */
final class HealthEndpoint implements AutoCloseable {
  private static final byte[] UP = "UP\n".getBytes(StandardCharsets.UTF_8);

  private final HttpServer server;

  private HealthEndpoint(HttpServer server) {
    this.server = server;
  }

  /** Binds the port; throws {@link java.net.BindException} when somebody else has it. */
  static HealthEndpoint open(int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext(
        "/health",
        exchange -> {
          exchange.sendResponseHeaders(200, UP.length);
          exchange.getResponseBody().write(UP);
          exchange.close();
        });
    server.start();
    return new HealthEndpoint(server);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
