package io.streamsmonitor.report.flow;

/** A delivery that took long, from publish to consume. */
public record SlowHop(String stream, String service, String flowId, String messageId, long lagMs) {}
