package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.EventNames;
import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import io.streamsmonitor.envelope.redis.Entry;
import io.streamsmonitor.envelope.redis.GroupClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Reads a group on one thread and hands what it reads to the workers. Nothing ends it but close.
 */
final class ConsumerLoop {
  private final AuditTrail trail;
  private final ConsumerPlan plan;
  private final GroupClient group;
  private final MessageWork work;
  private final Outage outage;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread reader;
  private boolean joined;
  private boolean recovered;
  private long nextClaimNanos;

  ConsumerLoop(AuditTrail trail, ConsumerPlan plan, GroupClient group, MessageWork work) {
    this.trail = trail;
    this.plan = plan;
    this.group = group;
    this.work = work;
    this.outage = new Outage(trail, plan);
    this.reader = new Thread(this::run, "reader of " + plan.stream() + "/" + plan.group());
    reader.setDaemon(true);
  }

  void start() {
    reader.start();
  }

  void stopReading() {
    stop.countDown();
  }

  void close() {
    stopReading();
    try {
      awaitReader();
      work.drain(plan.drain());
      if (!reader.isAlive()) {
        // What was handled during an outage need not be handled again by the next process.
        work.sendLateAcknowledgements();
      }
    } catch (JedisException e) {
      // Redis is still away: they stay pending.
      outage.failed(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      work.close();
      group.close();
    }
  }

  private void awaitReader() throws InterruptedException {
    long deadline = System.nanoTime() + plan.block().plusSeconds(3).toNanos();
    while (reader.isAlive() && System.nanoTime() - deadline < 0) {
      group.wake();
      reader.join(20);
    }
  }

  private boolean isStopped() {
    return stop.getCount() == 0;
  }

  private void run() {
    while (!isStopped()) {
      try {
        turn();
        outage.over();
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
        recover(e);
      }
    }
  }

  private void recover(Throwable e) {
    if (e instanceof RuntimeException refused && GroupClient.isMissingGroup(refused)) {
      joined = false;
      return;
    }
    // After a restart the group may be gone, and replies that never arrived have left entries
    // pending here: joining and resuming again is cheap and harmless.
    joined = false;
    recovered = false;
    if (!isStopped()) {
      sleep(outage.failed(e));
    }
  }

  private void turn() {
    if (!joined) {
      join();
    }
    if (!recovered) {
      resume();
    }
    work.sendLateAcknowledgements();
    if (plan.claims() && System.nanoTime() - nextClaimNanos >= 0) {
      claimIdle();
      nextClaimNanos = System.nanoTime() + plan.claimIdle().toNanos() / 2;
    }
    int room = work.reserve(plan.batch(), plan.block());
    if (room > 0) {
      dispatch(readNew(room), 1);
    }
  }

  private List<Entry> readNew(int room) {
    int read = 0;
    try {
      List<Entry> entries = group.readNew(room, plan.block());
      read = entries.size();
      return entries;
    } finally {
      work.release(room - read);
    }
  }

  private void join() {
    if (group.createGroup(plan.from())) {
      trail
          .line(Level.INFO, EventNames.GROUP_CREATED)
          .with(Fields.STREAM, plan.stream())
          .with(Fields.CONSUMER_GROUP, plan.group())
          .with(Fields.CONSUMER, plan.consumer())
          .say("created group " + plan.group() + " on " + plan.stream());
    }
    group.prepareToRead();
    joined = true;
  }

  /** What an earlier process of the same name had not finished, or an outage kept from us. */
  private void resume() {
    String after = "0";
    while (!isStopped()) {
      List<Entry> entries = group.readOwnPending(after, plan.batch());
      if (entries.isEmpty()) {
        break;
      }
      redeliver(entries);
      after = entries.get(entries.size() - 1).id();
    }
    recovered = true;
  }

  private void claimIdle() {
    String cursor = "0-0";
    do {
      GroupClient.Claimed page = group.claimIdle(plan.claimIdle(), cursor, plan.batch());
      page.lost().forEach(work::lost);
      redeliver(page.entries());
      cursor = page.next();
    } while (!cursor.equals("0-0") && !isStopped());
  }

  private void redeliver(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.fields().isEmpty()) {
        work.lost(entry.id());
        group.acknowledge(entry.id());
      } else if (!work.owns(entry.id())) {
        long deliveries = Math.max(1, group.deliveryCount(entry.id()));
        reserveOne();
        dispatch(List.of(entry), deliveries);
      }
    }
  }

  private void reserveOne() {
    while (work.reserve(1, plan.block()) == 0) {
      if (isStopped()) {
        throw new IllegalStateException("closed while waiting for a free worker");
      }
    }
  }

  private void dispatch(List<Entry> entries, long deliveryCount) {
    for (Entry entry : entries) {
      work.take(entry, deliveryCount);
    }
  }

  private void sleep(Duration time) {
    try {
      stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopReading();
    }
  }
}
