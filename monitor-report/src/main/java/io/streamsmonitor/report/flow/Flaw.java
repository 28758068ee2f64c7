package io.streamsmonitor.report.flow;

/**
 * Where a flow is broken.
 *
 * @param party the group that should have, else the service that did
 * @param sentence for people, with the numbers
 */
public record Flaw(FlawKind kind, String stream, String party, String messageId, String sentence) {}
