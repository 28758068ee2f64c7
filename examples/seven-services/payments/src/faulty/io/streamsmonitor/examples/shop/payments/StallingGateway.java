package io.streamsmonitor.examples.shop.payments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that answers its first charges and from then on takes connections and says nothing. */
final class StallingGateway implements CardGateway {
  private static final int ANSWERED = 270;
  private static final int TIMEOUT_MILLIS = 400;

  private final ServerSocket gateway;
  private final AtomicInteger charges = new AtomicInteger();

  private StallingGateway(ServerSocket gateway) {
    this.gateway = gateway;
  }

  static StallingGateway open() throws IOException {
    return new StallingGateway(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
  }

  @Override
  public synchronized void charge(String paymentId, int cents) throws IOException {
    if (charges.incrementAndGet() <= ANSWERED) {
      return;
    }
    try (Socket connection = new Socket(gateway.getInetAddress(), gateway.getLocalPort());
        Socket accepted = gateway.accept()) {
      accepted.setTcpNoDelay(true);
      connection.setSoTimeout(TIMEOUT_MILLIS);
      var unused = connection.getInputStream().read();
    }
  }
}
