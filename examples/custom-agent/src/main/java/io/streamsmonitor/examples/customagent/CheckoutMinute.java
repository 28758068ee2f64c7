package io.streamsmonitor.examples.customagent;

/** Checkouts in the minute before, and in this one. */
public record CheckoutMinute(long before, long now) {}
