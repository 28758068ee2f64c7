package io.streamsmonitor.core.model;

import org.jspecify.annotations.Nullable;

/**
 * One consumer of a group at one poll.
 *
 * @param pending entries it holds unacknowledged
 * @param idleMs since its last interaction (before 7.2: since its last successful one)
 * @param inactiveMs since its last successful interaction; null before 7.2, -1 for never
 */
public record ConsumerSnapshot(Name name, long pending, long idleMs, @Nullable Long inactiveMs) {}
