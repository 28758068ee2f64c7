package io.streamsmonitor.report.flow;

/**
 * The way of a stream to one of its consumers, by its slowest delivery.
 *
 * @param lagMs from publish to consume, of the slowest
 * @param deliveries whose lag is known
 * @param averageMs of all of them
 */
public record SlowHop(
    String stream,
    String service,
    String flowId,
    String messageId,
    long lagMs,
    long deliveries,
    long averageMs) {}
