package io.streamsmonitor.core.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.model.RawLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadySignalTest {
  private static boolean says(String line) {
    return says(null, line);
  }

  private static boolean says(@org.jspecify.annotations.Nullable String given, String line) {
    byte[] bytes = line.getBytes(UTF_8);
    RawLine raw = new RawLine("orders", "logs/orders.log", 0, bytes, Instant.EPOCH, false, 0);
    return new ReadySignal("orders", given, 0).words(raw) != null;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listening on port 8081",
        "Server listening at http://127.0.0.1:3000",
        "orders listening on :8081",
        "Listening on http://0.0.0.0:8000 (press CTRL+C to exit)",
        "Now listening on: http://localhost:5000",
        "\u001b[32mListening\u001b[0m on 3000",
        "Started OrdersApplication in 2.345 seconds (process running for 2.9)",
        "Tomcat started on port(s): 8080 (http) with context path ''",
        "Tomcat started on port 8080 (http)",
        "Netty started on port 8081",
        "INFO  [o.e.j.s.Server] Started Server@1b2c3d{STARTING}[11.0.1] in 812ms",
        "orders 1.0 on JVM (powered by Quarkus 3.2) started in 1.103s. Listening on: http://0.0.0.0:8080",
        "[Nest] 4242  - LOG [NestApplication] Nest application successfully started",
        "INFO:     Application startup complete.",
        "INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)",
        " * Running on http://127.0.0.1:5000",
        "[2026-01-02 03:04:05 +0000] [7] [INFO] Listening at: http://127.0.0.1:8000 (7)",
        "Serving HTTP on 0.0.0.0 port 8000 (http://0.0.0.0:8000/) ...",
        "  \u2713 Ready in 2.1s",
        "  VITE v5.0.0  ready in 312 ms",
        "ready",
        "orders service ready",
        "Server running at http://localhost:3000/",
        "* Ready to accept connections",
        "database system is ready to accept connections",
        "now accepting connections",
        "worker started",
        "consumer is running",
        "{\"level\":\"info\",\"service\":\"orders\",\"event\":\"service.started\",\"message\":\"up\"}",
        "{\"level\":30,\"msg\":\"Server listening at http://127.0.0.1:3000\",\"error\":\"failed\"}",
        "Loaded config, server ready",
        "orders started",
        "Started orders worker, pid 4242",
        "orders 4.2.0 is up",
        "subscribed to invoices as mailer/mailer-1",
        " [*] Waiting for messages. To exit press CTRL+C"
      })
  void firesOnTheUsualReadyLines(String line) {
    assertThat(says(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "starting server on port 8081",
        "not ready",
        "orders is not yet ready",
        "waiting for redis to be ready",
        "Waiting until the database is ready",
        "failed to start listening on port 8081",
        "Error: listen EADDRINUSE: address already in use :::8081",
        "cannot listen, port already in use",
        "will start listening on 8081",
        "Listening for transport dt_socket at address: 5005",
        "Debugger listening on ws://127.0.0.1:9229/uuid",
        "listening for file changes",
        "Redis client ready",
        "database connection is ready",
        "readiness probe on port 8080",
        "ready: false",
        "{\"ready\":true,\"message\":\"starting\"}",
        "{\"message\":\"not ready\",\"event\":\"service.starting\"}",
        "0/3 consumers ready",
        "it already exists",
        "server started shutting down",
        "payments started",
        "waiting for work queue to come up",
        "orders is starting up",
        ""
      })
  void staysSilentOnLinesThatOnlySoundSo(String line) {
    assertThat(says(line)).isFalse();
  }

  @Test
  void aGivenExpressionReplacesTheUsualOnes() {
    assertThat(says("boot (done|complete)", "\u001b[1mboot done\u001b[0m")).isTrue();
    assertThat(says("boot (done|complete)", "listening on port 8081")).isFalse();
  }

  @Test
  void seesAnOpenPort() throws IOException {
    ReadySignal signal;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      signal = new ReadySignal("orders", null, socket.getLocalPort());
      assertThat(signal.portOpen()).isTrue();
    }
    assertThat(signal.portOpen()).isFalse();
    assertThat(new ReadySignal("orders", null, 0).portOpen()).isFalse();
  }
}
