package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.redis.RedisUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection that pipelines; an error reply is a value, a lost server an exception. Jedis
 * connects, encrypts and signs in; what is asked then is written and read here.
 */
final class Wire implements AutoCloseable {
  private static final int TIMEOUT_MS = 2_000;

  /** While one batch is answered the next is on its way. */
  private static final int BATCH = 200;

  private final RedisAddress address;
  private final Connection connection;
  private final OutputStream out;
  private final Names names = new Names();
  private final Replies replies;
  private byte[] request = new byte[1 << 14];
  private int commands;

  private Wire(RedisAddress address, Connection connection, Socket socket) throws IOException {
    this.address = address;
    this.connection = connection;
    this.out = socket.getOutputStream();
    this.replies = new Replies(socket.getInputStream(), names);
  }

  static Wire open(RedisAddress address) throws RedisUnavailable {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .timeoutMillis(TIMEOUT_MS)
            .database(address.database())
            .clientName("streams-monitor")
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
    if (address.tls()) {
      config.sslOptions(SslOptions.defaults());
    }
    if (address.password() != null) {
      config.user(address.user()).password(address.password());
    }
    JedisClientConfig built = config.build();
    DefaultJedisSocketFactory plain =
        new DefaultJedisSocketFactory(new HostAndPort(address.host(), address.port()), built);
    AtomicReference<Socket> socket = new AtomicReference<>();
    JedisSocketFactory kept =
        () -> {
          Socket made = plain.createSocket();
          socket.set(made);
          return made;
        };
    try {
      Connection connection = new Connection(kept, built);
      return new Wire(address, connection, Objects.requireNonNull(socket.get()));
    } catch (JedisException | IOException e) {
      throw unavailable(address, e);
    }
  }

  /** Takes replies while later ones are still on their way. */
  @FunctionalInterface
  interface Answers {
    void take(int ask, Object reply);
  }

  /** One reply for every ask, in order; a refused ask answers with its exception. */
  List<Object> all(List<Ask> asks) throws RedisUnavailable {
    List<Object> answers = new ArrayList<>(asks.size());
    each(asks, (ask, reply) -> answers.add(reply));
    return answers;
  }

  /** The same, each reply handed over as soon as it is there. */
  void each(List<Ask> asks, Answers answers) throws RedisUnavailable {
    try {
      int sent = send(asks, 0);
      int answered = 0;
      while (answered < asks.size()) {
        int next = send(asks, sent);
        for (; answered < sent; answered++) {
          answers.take(answered, read(asks.get(answered)));
        }
        sent = next;
      }
    } catch (IOException e) {
      // Half-read replies would be taken for answers to what is asked next.
      connection.close();
      throw unavailable(address, e);
    }
  }

  @SuppressWarnings("NullAway") // a nil reply is null, as whoever reads it expects
  private Object read(Ask ask) throws IOException {
    return replies.read(ask);
  }

  Object one(Ask ask) throws RedisUnavailable {
    return all(List.of(ask)).get(0);
  }

  private int send(List<Ask> asks, int from) throws IOException {
    int to = Math.min(asks.size(), from + BATCH);
    int size = 0;
    for (int i = from; i < to; i++) {
      byte[] ask = asks.get(i).wire();
      if (size + ask.length > request.length) {
        request = Arrays.copyOf(request, Math.max(request.length * 2, size + ask.length));
      }
      System.arraycopy(ask, 0, request, size, ask.length);
      size += ask.length;
    }
    if (size > 0) {
      out.write(request, 0, size);
      out.flush();
    }
    commands += to - from;
    return to;
  }

  /** The names that its replies brought. */
  Names names() {
    return names;
  }

  int commands() {
    return commands;
  }

  RedisAddress address() {
    return address;
  }

  /** The reply, or its error as an exception. */
  Object orFail(Object reply) throws RedisUnavailable {
    if (reply instanceof JedisDataException refused) {
      throw unavailable(address, refused);
    }
    return reply;
  }

  private static RedisUnavailable unavailable(RedisAddress address, Exception e) {
    return new RedisUnavailable(
        "Redis at " + address.display() + " does not answer: " + reason(address, e));
  }

  private static String reason(RedisAddress address, Throwable e) {
    Throwable root = e;
    for (Throwable t = e; t != null; t = t.getCause()) {
      Throwable[] suppressed = t.getSuppressed();
      root = suppressed.length > 0 && t.getCause() == null ? suppressed[0] : t;
      if (root instanceof UnknownHostException) {
        return "the host " + address.host() + " is not known";
      }
      if (root instanceof SocketTimeoutException) {
        return "nothing within " + TIMEOUT_MS / 1000 + " s";
      }
    }
    String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    String password = address.password();
    return password == null ? text : text.replace(password, "***");
  }

  @Override
  public void close() {
    connection.close();
  }
}
