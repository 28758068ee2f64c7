package io.streamsmonitor.envelope;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** What can happen to a Redis under load, in an order that a seed decides. */
final class SeededFaults implements Runnable {
  private final RedisServer server;
  private final Random random;
  private final CountDownLatch enough = new CountDownLatch(1);
  private int crashes;
  private int freezes;
  private int cuts;

  SeededFaults(RedisServer server, long seed) {
    this.server = server;
    this.random = new Random(seed);
  }

  void stop() {
    enough.countDown();
  }

  @Override
  public void run() {
    try {
      while (!enough.await(300 + random.nextInt(700), TimeUnit.MILLISECONDS)) {
        strike();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void strike() throws InterruptedException {
    switch (random.nextInt(4)) {
      case 0 -> {
        crashes++;
        server.kill();
        server.startAgain();
      }
      case 1 -> {
        freezes++;
        server.freeze();
        boolean unused = enough.await(100 + random.nextInt(900), TimeUnit.MILLISECONDS);
        server.thaw();
      }
      default -> cutConnections();
    }
  }

  private void cutConnections() {
    cuts++;
    try (Jedis jedis = server.connect()) {
      jedis.sendCommand(redis.clients.jedis.Protocol.Command.CLIENT, "KILL", "TYPE", "normal");
    } catch (JedisException e) {
      // The connection that asks may be among them.
      return;
    }
  }

  @Override
  public String toString() {
    return crashes + " crashes, " + freezes + " freezes, " + cuts + " cuts of all connections";
  }
}
