package io.streamsmonitor.agents.streams.jedis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;

/** The same commands over a bare socket: written as they are, replies only counted. */
final class RawFloor implements AutoCloseable {
  private static final int CHUNK = 10_000;
  private static final byte[] END = Ask.ascii("+PONG\r\n");

  private final Socket socket;
  private final byte[] request;
  private final byte[] buffer = new byte[1 << 16];

  /** A floor of these commands, each encoded as it goes over the wire. */
  RawFloor(int port, byte[] commands) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(5_000);
    this.request = Arrays.copyOf(commands, commands.length + Ask.PING.wire().length);
    System.arraycopy(Ask.PING.wire(), 0, request, commands.length, Ask.PING.wire().length);
  }

  static byte[] bytes(List<Ask> asks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    asks.forEach(ask -> out.writeBytes(ask.wire()));
    return out.toByteArray();
  }

  private void write(OutputStream out) {
    try {
      for (int at = 0; at < request.length; at += CHUNK) {
        out.write(request, at, Math.min(CHUNK, request.length - at));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends all and reads all that is answered, up to the PONG at the end; milliseconds. */
  double run() throws IOException {
    long begun = System.nanoTime();
    OutputStream out = socket.getOutputStream();
    Thread writer = new Thread(() -> write(out));
    writer.start();
    InputStream in = socket.getInputStream();
    int kept = 0;
    while (!pong(kept)) {
      int tail = Math.min(kept, END.length);
      System.arraycopy(buffer, kept - tail, buffer, 0, tail);
      int n = in.read(buffer, tail, buffer.length - tail);
      if (n < 0) {
        throw new IOException("the server closed the connection");
      }
      kept = tail + n;
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private boolean pong(int size) {
    return size >= END.length
        && Arrays.equals(buffer, size - END.length, size, END, 0, END.length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** Stands between a probe and its server and keeps what the probe sends. */
  static final class Relay implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int port;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    Relay(int port) throws IOException {
      this.port = port;
      Thread accept = new Thread(this::serve);
      accept.setDaemon(true);
      accept.start();
    }

    String url() {
      return "redis://127.0.0.1:" + listening.getLocalPort();
    }

    /** What was sent since the last call. */
    byte[] taken() {
      synchronized (sent) {
        byte[] bytes = sent.toByteArray();
        sent.reset();
        return bytes;
      }
    }

    private void serve() {
      try (Socket client = listening.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Thread back = new Thread(() -> pump(server, client, false));
        back.setDaemon(true);
        back.start();
        pump(client, server, true);
      } catch (IOException e) {
        return;
      }
    }

    private void pump(Socket from, Socket to, boolean keep) {
      byte[] bytes = new byte[1 << 16];
      try {
        InputStream in = from.getInputStream();
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
          if (keep) {
            synchronized (sent) {
              sent.write(bytes, 0, n);
            }
          }
          to.getOutputStream().write(bytes, 0, n);
        }
      } catch (IOException e) {
        return;
      }
    }

    @Override
    public void close() throws IOException {
      listening.close();
    }
  }
}
