package io.streamsmonitor.agents.logs.follow;

import java.time.Instant;

/**
 * Something written to a followed file may not have been seen.
 *
 * @param file as it is followed
 * @param offset up to which the file was read
 * @param what happened, in words
 */
public record LogGap(String service, String file, long offset, String what, Instant at) {}
