package io.streamsmonitor.core.finding;

/**
 * Where a quote stands in the session folder.
 *
 * @param file relative to the session folder, such as {@code logs/orders.log}
 * @param offset of its first byte
 * @param length in bytes
 */
public record EvidenceRef(String file, long offset, int length) {}
