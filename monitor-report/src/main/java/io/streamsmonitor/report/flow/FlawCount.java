package io.streamsmonitor.report.flow;

/**
 * Flaws of one kind at one place.
 *
 * @param party the group or the service
 * @param example the id of one such flow
 */
public record FlawCount(FlawKind kind, String stream, String party, long count, String example) {}
