package io.streamsmonitor.examples.shop.shipping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.streamsmonitor.envelope.MonitoredRedis;
import io.streamsmonitor.examples.shop.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** Reads payments; large ones are left to be booked by hand, which nobody does. */
final class PaymentDesk {
  private static final String GROUP = "shipping-v2";
  private static final int BY_HAND_CENTS = 100_000;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final MonitoredRedis redis;
  private final RedisClient jedis;
  private final String payments;
  private final Consumer<String> onPaid;

  PaymentDesk(MonitoredRedis redis, Settings settings, Consumer<String> onPaid) {
    this.redis = redis;
    this.jedis = redis.jedis();
    this.payments = settings.getProperty("redis.consume.payments.stream");
    this.onPaid = onPaid;
    try {
      jedis.xgroupCreate(payments, GROUP, new StreamEntryID("0-0"), true);
    } catch (JedisDataException e) {
      redis.log().info("group.known", "the group exists", Map.of("consumerGroup", GROUP));
    }
  }

  void readPayments() {
    XReadGroupParams params = XReadGroupParams.xReadGroupParams().count(50).block(1000);
    List<Map.Entry<String, List<StreamEntry>>> read =
        jedis.xreadGroup(
            GROUP,
            "shipping-1",
            params,
            Map.of(payments, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY));
    if (read != null) {
      read.forEach(stream -> stream.getValue().forEach(this::accept));
    }
  }

  private void accept(StreamEntry entry) {
    try {
      Payment payment =
          JSON.readValue(entry.getFields().getOrDefault("payload", "{}"), Payment.class);
      if (payment.amountCents() >= BY_HAND_CENTS) {
        return;
      }
      onPaid.accept(payment.orderId());
      jedis.xack(payments, GROUP, entry.getID());
    } catch (JsonProcessingException e) {
      redis.log().error("payment.unreadable", "not a payment", e, Map.of("stream", payments));
    }
  }
}
