package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.redis.GroupClient;
import io.streamsmonitor.envelope.redis.RedisAddress;
import io.streamsmonitor.envelope.redis.StreamClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;

/**
 * Redis Streams for one service, with every event in an envelope and every step of its life in the
 * log.
 *
 * <pre>{@code
 * try (var redis = MonitoredRedis.builder("payments").start()) {
 *   redis.consumer("orders", "payments").deadLetterAfter(3, "orders.dead")
 *       .handle((event, message) -> redis.publisher("invoices").publish(bill(message.as(Order.class))));
 *   redis.awaitShutdown();
 * }
 * }</pre>
 *
 * <p>Safe for any number of threads.
 */
public final class MonitoredRedis implements AutoCloseable {
  private final AuditTrail trail;
  private final Log log;
  private final String consumer;
  private final ChannelHealth health;
  private final StreamClient client;
  private final Topology topology;
  private final ServiceLife life;
  private final PayloadLimit payloadLimit;
  private final Observation observation;
  private final Subscriptions subscriptions = new Subscriptions();

  private MonitoredRedis(Builder builder) {
    Redaction redaction = new Redaction(builder.redactionPatterns);
    this.trail = new AuditTrail(builder.service, builder.sink, redaction, builder.clock);
    this.log = new Log(trail);
    this.consumer = builder.consumer == null ? builder.service : builder.consumer;
    this.health = new ChannelHealth(trail);
    this.topology = builder.topology;
    this.observation = new Observation(builder.observer);
    this.payloadLimit = new PayloadLimit(builder.maxPayloadBytes);
    this.client =
        new StreamClient(
            new RedisAddress(URI.create(builder.redis), builder.timeout),
            builder.service + "/" + consumer,
            new CommandTrail(trail, health),
            new PublishingOutage(trail));
    this.life = new ServiceLife(trail, topology, builder.port, this::stop);
    life.every(builder.healthEvery, () -> health.report(client));
  }

  /** Begins the description of a service of this name. */
  public static Builder builder(String service) {
    return new Builder(service);
  }

  /**
   * The plain Jedis API: every XADD gets its envelope, also in pipelines and transactions, and
   * XADD, XREAD, XREADGROUP and XACK are logged. An entry added by a Lua script cannot be seen.
   */
  public RedisClient jedis() {
    return client.tapped();
  }

  /**
   * As {@link #jedis()} for a cluster; closed with this. User, password and TLS are those of the
   * address this was built with.
   */
  public RedisClusterClient cluster(Set<HostAndPort> nodes) {
    return client.cluster(nodes);
  }

  /** As {@link #jedis()} for the master that these sentinels name; closed with this. */
  public RedisSentinelClient sentinel(String master, Set<HostAndPort> sentinels) {
    return client.sentinel(master, sentinels);
  }

  /**
   * An event ready to be added to a stream.
   *
   * @param channel the stream it is meant for
   * @param payload text or bytes of JSON, or any object to be written as JSON
   * @throws PayloadTooLargeException above {@link Builder#maxPayloadBytes}
   */
  public EventEnvelope createEventEnvelope(String channel, Object payload, EventContext context) {
    topology.publishes(channel);
    return new EventEnvelope(
        context.correlationId(),
        context.causationId(),
        context.traceId(),
        context.spanId(),
        trail.service(),
        trail.now(),
        EventEnvelope.CURRENT_SCHEMA,
        null,
        null,
        payloadLimit.check(channel, PayloadJson.write(payload)),
        Map.of());
  }

  /** A publisher to one stream, declared as published by this service. */
  public StreamPublisher publisher(String stream) {
    topology.publishes(stream);
    return new StreamPublisher(
        this, stream, StreamPublisher.DEFAULT_MAX_LEN, null, WireFormat.FLAT);
  }

  /** A consumer of one group, declared as subscribed by this service once it is handled. */
  public ConsumerBuilder consumer(String stream, String group) {
    return new ConsumerBuilder(this, stream, group, consumer);
  }

  /** Structured lines of the service itself. */
  public Log log() {
    return log;
  }

  /** How many lines the sink has failed to take so far. */
  public long unwrittenLines() {
    return trail.unwritten();
  }

  /** Says, once, that the service is ready, and what it reads and writes. */
  public void started() {
    life.started();
  }

  /** Says that the service is ready and waits until it is asked to end, or closed. */
  public void awaitShutdown() {
    life.started();
    life.awaitEnd();
  }

  /** Stops reading, lets running handlers finish, writes the last lines and disconnects. */
  @Override
  public void close() {
    close(ShutdownReason.MANUAL);
  }

  /** As {@link #close()}, naming the reason in the last line. */
  public void close(ShutdownReason reason) {
    life.end(reason);
  }

  Observation observation() {
    return observation;
  }

  StreamClient client() {
    return client;
  }

  Subscription subscribe(ConsumerPlan plan, MessageHandler handler) {
    topology.subscribes(plan.stream(), plan.group());
    if (plan.deadLetters() != null) {
      topology.publishes(plan.deadLetters());
    }
    health.watch(plan.stream(), plan.group(), plan.consumer());
    GroupClient group =
        client.group(
            plan.stream(), plan.group(), plan.consumer(), plan.concurrency(), plan.block());
    MessageWork work = new MessageWork(trail, health, plan, group, observation, handler);
    return subscriptions.start(new ConsumerLoop(trail, plan, group, work));
  }

  /** Ends everything in order and returns how many messages stay pending. */
  private long stop() {
    subscriptions.close();
    health.report(client);
    long pending = health.pending(client);
    client.close();
    return pending;
  }

  /** Describes a service; {@link #start} makes it. */
  public static final class Builder {
    private final String service;
    private final Topology topology = new Topology();
    private final List<Pattern> redactionPatterns = new ArrayList<>();
    private String redis = defaultAddress();
    private int port;
    private @Nullable String consumer;
    private EventSink sink = JsonLineSink.stdout();
    private Duration healthEvery = Duration.ofSeconds(60);
    private Duration timeout = Duration.ofSeconds(2);
    private Clock clock = Clock.systemUTC();
    private @Nullable EventObserver observer;
    private int maxPayloadBytes = PayloadLimit.USUAL_BYTES;

    private Builder(String service) {
      if (service.isBlank()) {
        throw new IllegalArgumentException("a service needs a name");
      }
      this.service = service;
    }

    /** {@code redis://[user:password@]host[:port][/db]}; {@code REDIS_URL}, else localhost. */
    public Builder redis(String uri) {
      this.redis = uri;
      return this;
    }

    /** The port the service listens on, for its start line; 0 where it has none. */
    public Builder port(int number) {
      this.port = number;
      return this;
    }

    /** Name of this process within its groups; the service's unless set. */
    public Builder consumer(String name) {
      this.consumer = name;
      return this;
    }

    /** Where the lines go; standard output unless set. */
    public Builder sink(EventSink target) {
      this.sink = target;
      return this;
    }

    /** Who is told about every step while it happens, such as tracing. */
    public Builder observer(EventObserver steps) {
      this.observer = steps;
      return this;
    }

    /** How often each stream and group gets a health line; 60 s unless set. */
    public Builder healthEvery(Duration period) {
      this.healthEvery = period;
      return this;
    }

    /** How long to wait for a connection or a reply; 2 s unless set. */
    public Builder timeout(Duration longest) {
      this.timeout = longest;
      return this;
    }

    /** The largest payload to publish, in bytes of UTF-8; 1 MiB unless set. */
    public Builder maxPayloadBytes(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("maxPayloadBytes must be at least 1: " + bytes);
      }
      this.maxPayloadBytes = bytes;
      return this;
    }

    /** Masks these in error texts, besides what usually is a secret; group 1 is kept. */
    public Builder redactionPatterns(Pattern... patterns) {
      redactionPatterns.addAll(List.of(patterns));
      return this;
    }

    /** Declares streams the service writes through the plain API. */
    public Builder publishes(String... streams) {
      List.of(streams).forEach(topology::publishes);
      return this;
    }

    /** Declares a stream the service reads through the plain API. */
    public Builder subscribes(String stream, String group) {
      topology.subscribes(stream, group);
      return this;
    }

    /** Where the time of lines and envelopes comes from. */
    public Builder clock(Clock source) {
      this.clock = source;
      return this;
    }

    /** Makes the service's client. Connects with the first command, not here. */
    public MonitoredRedis start() {
      return new MonitoredRedis(this);
    }

    private static String defaultAddress() {
      String fromEnvironment = System.getenv("REDIS_URL");
      return fromEnvironment == null || fromEnvironment.isBlank()
          ? "redis://127.0.0.1:6379"
          : fromEnvironment;
    }
  }
}
