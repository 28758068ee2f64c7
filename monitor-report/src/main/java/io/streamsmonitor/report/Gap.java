package io.streamsmonitor.report;

/**
 * Something the session could not see.
 *
 * @param what was invisible
 * @param why it was, or what that hides
 * @param close how to see it next time; empty where the sentence itself says it
 * @param agent that would gain most
 * @param cost of closing it, such as {@code 2–4 h}
 * @param whole whether a whole agent, a whole service or Redis went unseen
 */
public record Gap(
    String what, String why, String close, String agent, String cost, boolean whole) {}
