package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.redis.Entry;
import io.streamsmonitor.envelope.redis.GroupClient;
import java.time.Duration;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Handles messages on worker threads and sees each through to its acknowledgement or dead letter.
 */
final class MessageWork implements AutoCloseable {
  private final AuditTrail trail;
  private final MessageTrail messages;
  private final ChannelHealth health;
  private final ConsumerPlan plan;
  private final GroupClient group;
  private final Observation observation;
  private final MessageHandler handler;
  private final DeadLetters deadLetters;
  private final SchemaRule schema;
  private final Semaphore free;
  private final ScheduledThreadPoolExecutor workers;

  /** Ids being handled or waiting for their retry here: claiming must not deliver them twice. */
  private final Set<String> owned = ConcurrentHashMap.newKeySet();

  private final Queue<Handled> lateAcknowledgements = new ConcurrentLinkedQueue<>();

  MessageWork(
      AuditTrail trail,
      ChannelHealth health,
      ConsumerPlan plan,
      GroupClient group,
      Observation observation,
      MessageHandler handler) {
    this.trail = trail;
    this.messages = new MessageTrail(trail);
    this.health = health;
    this.plan = plan;
    this.group = group;
    this.observation = observation;
    this.handler = observation.around(handler);
    this.deadLetters = new DeadLetters(trail, plan, group);
    this.schema = new SchemaRule(trail);
    this.free = new Semaphore(plan.maxInFlight());
    this.workers =
        new ScheduledThreadPoolExecutor(
            plan.concurrency(),
            plan.threads() == null
                ? new WorkerThreads(plan.stream() + "/" + plan.group())
                : plan.threads());
    workers.setRemoveOnCancelPolicy(true);
  }

  /**
   * Reserves room for up to {@code wanted} messages, waiting for the first; 0 when none came free.
   */
  int reserve(int wanted, Duration wait) {
    try {
      if (!free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        return 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
    int reserved = 1;
    while (reserved < wanted && free.tryAcquire()) {
      reserved++;
    }
    return reserved;
  }

  void release(int reserved) {
    free.release(reserved);
  }

  boolean owns(String messageId) {
    return owned.contains(messageId);
  }

  /** Takes an entry for which room was reserved. */
  void take(Entry entry, long deliveryCount) {
    Delivery delivery = received(entry, deliveryCount);
    workers.execute(
        () -> {
          try {
            handle(delivery);
          } finally {
            free.release();
          }
        });
  }

  void lost(String messageId) {
    messages.lost(plan.stream(), plan.group(), plan.consumer(), messageId);
  }

  /** Sends what could not be sent while Redis was away. */
  void sendLateAcknowledgements() {
    Handled late;
    while ((late = lateAcknowledgements.peek()) != null) {
      acknowledge(late, true);
      lateAcknowledgements.poll();
    }
  }

  void drain(Duration longest) throws InterruptedException {
    if (free.tryAcquire(plan.maxInFlight(), longest.toNanos(), TimeUnit.NANOSECONDS)) {
      free.release(plan.maxInFlight());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private Delivery received(Entry entry, long deliveryCount) {
    Delivery delivery =
        Delivery.of(
            plan.stream(), plan.group(), plan.consumer(), entry, deliveryCount, trail.now());
    owned.add(entry.id());
    messages.consumed(delivery);
    health.consumed(delivery.message());
    return delivery;
  }

  private void handle(Delivery delivery) {
    MessageContext message = delivery.message();
    long started = System.nanoTime();
    boolean duplicate;
    try {
      if (message.deliveryCount() > plan.maxDeliveries()) {
        throw new UndeliverableException(
            "delivered %d times without success".formatted(message.deliveryCount()));
      }
      schema.check(message.event());
      duplicate = isDuplicate(message);
      if (!duplicate) {
        handler.on(message.event(), message);
      }
    } catch (Throwable thrown) {
      // Errors too: one message must not take the consumer down.
      failed(delivery, thrown, millisSince(started));
      return;
    }
    Handled handled = new Handled(message, millisSince(started), duplicate);
    try {
      acknowledge(handled, false);
    } catch (RuntimeException e) {
      lateAcknowledgements.add(handled);
    }
  }

  /** An acknowledgement that comes again may find the work of the first, whose reply was lost. */
  private void acknowledge(Handled handled, boolean again) {
    MessageContext message = handled.message;
    if (observation.settle(message, () -> settle(message)) || again) {
      messages.acknowledged(message, handled.tookMs, handled.duplicate);
    }
    owned.remove(message.messageId());
  }

  private boolean settle(MessageContext message) {
    Dedupe dedupe = plan.dedupe();
    return dedupe == null
        ? group.acknowledge(message.messageId())
        : group.acknowledgeAndMark(message.messageId(), dedupe.redisKey(message), dedupe.window());
  }

  private boolean isDuplicate(MessageContext message) {
    Dedupe dedupe = plan.dedupe();
    if (dedupe == null) {
      return false;
    }
    try {
      return group.isMarked(dedupe.redisKey(message));
    } catch (JedisException e) {
      // Handled once too often is allowed, not handled is not.
      return false;
    }
  }

  private void failed(Delivery delivery, Throwable thrown, long tookMs) {
    MessageContext message = delivery.message();
    if (workers.isShutdown()) {
      // Cut short by closing, not by itself: it stays pending and is counted there.
      return;
    }
    health.failed(message);
    long deliveries = deliveries(message);
    boolean hopeless = thrown instanceof UndeliverableException;
    boolean last = hopeless || plan.isLastDelivery(deliveries);
    boolean willRetry = !last && (plan.retry().retries() || plan.claims());
    messages.failed(
        message, thrown, deliveries, willRetry, last ? plan.deadLetters() : null, tookMs);
    if (last) {
      deadLetters.bury(delivery, thrown, deliveries, tookMs);
      owned.remove(message.messageId());
    } else if (plan.retry().retries()) {
      retryLater(message.messageId(), deliveries);
    } else {
      owned.remove(message.messageId());
    }
  }

  private void retryLater(String messageId, long deliveries) {
    Duration delay = plan.retry().delayAfter(deliveries);
    Runnable retry = () -> retry(messageId, deliveries + 1, delay);
    try {
      ScheduledFuture<?> unused = workers.schedule(retry, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closing: the message stays pending and is resumed by the next process of this name.
      owned.remove(messageId);
    }
  }

  private void retry(String messageId, long delivery, Duration waited) {
    try {
      // Whoever took it over meanwhile has touched it more recently than we.
      for (Entry entry : group.redeliver(messageId, waited.dividedBy(2))) {
        if (!entry.fields().isEmpty()) {
          handle(received(entry, delivery));
          return;
        }
      }
      owned.remove(messageId);
      if (!group.isStored(messageId)) {
        lost(messageId);
      }
    } catch (RuntimeException e) {
      retryLater(messageId, delivery);
    }
  }

  private long deliveries(MessageContext message) {
    try {
      return Math.max(message.deliveryCount(), group.deliveryCount(message.messageId()));
    } catch (RuntimeException e) {
      return message.deliveryCount();
    }
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  private record Handled(MessageContext message, long tookMs, boolean duplicate) {}
}
