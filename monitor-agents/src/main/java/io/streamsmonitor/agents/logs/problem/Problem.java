package io.streamsmonitor.agents.logs.problem;

/**
 * Why a line is a problem.
 *
 * @param word that decided, such as {@code timed out}, or the level's name
 * @param fatal whether the line calls itself fatal
 */
public record Problem(FaultKind kind, String word, boolean fatal) {}
