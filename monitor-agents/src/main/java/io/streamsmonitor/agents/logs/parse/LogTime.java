package io.streamsmonitor.agents.logs.parse;

import java.time.Instant;

/**
 * The time in a line.
 *
 * @param at taken as UTC where the line names no zone
 * @param zoned whether the line names its zone, or is a Unix time
 * @param resolutionMs the smallest step of its form: 1 with milliseconds, 1000 with seconds
 */
public record LogTime(Instant at, boolean zoned, int resolutionMs) {}
