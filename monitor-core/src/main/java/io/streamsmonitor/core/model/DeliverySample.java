package io.streamsmonitor.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long deliveries took, as a service itself logged it; an event on the time line.
 *
 * @param group or null where the line does not say
 * @param lagMs from publishing to consuming, in milliseconds; a mean where the line gives one
 */
public record DeliverySample(
    String service, String stream, @Nullable String group, double lagMs, Instant at) {}
