package io.streamsmonitor.envelope;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** How one consumer reads its group. */
record ConsumerPlan(
    String stream,
    String group,
    String consumer,
    String from,
    int batch,
    int concurrency,
    int maxInFlight,
    RetryPolicy retry,
    int maxDeliveries,
    @Nullable String deadLetters,
    Duration claimIdle,
    Duration block,
    Duration drain,
    @Nullable Dedupe dedupe,
    @Nullable ThreadFactory threads) {

  boolean isLastDelivery(long deliveryCount) {
    return deadLetters != null && deliveryCount >= maxDeliveries;
  }

  boolean claims() {
    return !claimIdle.isZero();
  }
}
