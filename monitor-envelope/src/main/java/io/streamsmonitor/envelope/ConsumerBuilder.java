package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.redis.RedisAddress;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Describes a consumer of a group; {@link #handle} starts it. */
public final class ConsumerBuilder {
  private final MonitoredRedis redis;
  private final String stream;
  private final String group;
  private String consumer;
  private String from = "0";
  private int batch = 10;
  private int concurrency = 1;
  private int maxInFlight;
  private RetryPolicy retry = RetryPolicy.exponential();
  private int maxDeliveries = Integer.MAX_VALUE;
  private @Nullable String deadLetters;
  private Duration claimIdle = Duration.ofSeconds(60);
  private Duration block = Duration.ofSeconds(1);
  private Duration drain = Duration.ofSeconds(10);
  private @Nullable Dedupe dedupe;
  private @Nullable ThreadFactory threads;

  ConsumerBuilder(MonitoredRedis redis, String stream, String group, String consumer) {
    this.redis = redis;
    this.stream = stream;
    this.group = group;
    this.consumer = consumer;
  }

  /**
   * Name within the group; the service's unless set. Processes that run at the same time need names
   * of their own; a name that survives a restart gets its unfinished messages back at once.
   */
  public ConsumerBuilder name(String consumerName) {
    this.consumer = consumerName;
    return this;
  }

  /** Id after which a group that does not exist yet begins; {@code 0}, all there is, unless set. */
  public ConsumerBuilder from(String entryId) {
    this.from = entryId;
    return this;
  }

  /** The most entries to read at once; 10 unless set. */
  public ConsumerBuilder batch(int entries) {
    this.batch = positive(entries, "batch");
    return this;
  }

  /** How many handlers run at once; with 1, the default, messages keep their order. */
  public ConsumerBuilder concurrency(int threads) {
    this.concurrency = positive(threads, "concurrency");
    return this;
  }

  /** The most messages read and not finished; reading pauses there. Batch or more unless set. */
  public ConsumerBuilder maxInFlight(int messages) {
    this.maxInFlight = positive(messages, "maxInFlight");
    return this;
  }

  /** When to deliver a failed message again. */
  public ConsumerBuilder retry(RetryPolicy policy) {
    this.retry = policy;
    return this;
  }

  /** Gives a message up after so many deliveries and puts it into this stream, with the reason. */
  public ConsumerBuilder deadLetterAfter(int deliveries, String deadLetterStream) {
    this.maxDeliveries = positive(deliveries, "deliveries");
    this.deadLetters = deadLetterStream;
    return this;
  }

  /** Takes over what any consumer of the group left untouched for so long; zero: never. */
  public ConsumerBuilder claimIdle(Duration idle) {
    this.claimIdle = idle;
    return this;
  }

  /** How long one read waits for a message: 1 s unless set, 5 s at most. */
  public ConsumerBuilder block(Duration wait) {
    if (wait.isZero() || wait.isNegative() || wait.compareTo(RedisAddress.LONGEST_BLOCK) > 0) {
      throw new IllegalArgumentException("block must be within 5 s: " + wait);
    }
    this.block = wait;
    return this;
  }

  /** How long closing waits for handlers that are running: 10 s unless set. */
  public ConsumerBuilder drain(Duration longest) {
    this.drain = longest;
    return this;
  }

  /**
   * Handles an event once within this window: a second message with the same CloudEvents id and
   * source, or without one the same message delivered again, is acknowledged without being handled.
   * Costs two more commands a message. Two copies handled at the same moment are both handled.
   */
  public ConsumerBuilder dedupe(Duration window) {
    return dedupe(window, Dedupe::usualKey);
  }

  /** As {@link #dedupe(Duration)}, with what makes two messages the same, such as an order id. */
  public ConsumerBuilder dedupe(Duration window, Function<MessageContext, String> key) {
    this.dedupe = new Dedupe(window, key);
    return this;
  }

  /**
   * Makes the threads handlers run on, at most {@link #concurrency} of them. On Java 21 {@code
   * Thread.ofVirtual().factory()} makes virtual ones.
   */
  public ConsumerBuilder threads(ThreadFactory factory) {
    this.threads = factory;
    return this;
  }

  /** Starts consuming. Redis need not be there yet. */
  public Subscription handle(MessageHandler handler) {
    return redis.subscribe(plan(), handler);
  }

  /** As {@link #handle(MessageHandler)} for payloads of one type. */
  public <T> Subscription handle(Codec<T> codec, TypedHandler<T> handler) {
    return handle(handler.decodingWith(codec));
  }

  private ConsumerPlan plan() {
    int inFlight = maxInFlight > 0 ? maxInFlight : Math.max(batch, concurrency);
    return new ConsumerPlan(
        stream,
        group,
        consumer,
        from,
        batch,
        concurrency,
        inFlight,
        retry,
        maxDeliveries,
        deadLetters,
        claimIdle,
        block,
        drain,
        dedupe,
        threads);
  }

  private static int positive(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1: " + value);
    }
    return value;
  }
}
