package io.streamsmonitor.examples.shop.shipping;

import io.streamsmonitor.envelope.MonitoredRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;

/** Books parcels at a carrier that is down, and asks again at once, many times. */
final class CarrierClient {
  private static final int ATTEMPTS = 40;

  private final MonitoredRedis redis;

  CarrierClient(MonitoredRedis redis) {
    this.redis = redis;
  }

  void book() {
    InetSocketAddress carrier = closedPort();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try (Socket socket = new Socket()) {
        socket.connect(carrier, 200);
        return;
      } catch (IOException e) {
        redis.log().warn("carrier.retry", "carrier refused the connection, retrying", Map.of());
      }
    }
  }

  private static InetSocketAddress closedPort() {
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(closed.getInetAddress(), closed.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }
}
