package io.streamsmonitor.report;

import java.util.regex.Pattern;

/** What section 7 of the specification asks of every service, in its order and words. */
public enum Requirement {
  A(
      "Correlation & Trace IDs",
      "P0",
      "eliminates the biggest blind spot",
      "no way to tie a service's lines and messages to the request that caused them",
      "when a consumer fails, nothing tells which upstream event caused it",
      "publish through `createEventEnvelope(channel, payload, ctx)`; no bare XADD",
      "ENHANCEMENT_SCOUT",
      "4–8 h",
      "correlation|envelope|trace-id|xadd-without"),
  B(
      "Structured JSON Logging",
      "P1",
      "makes logs machine-parseable",
      "level, time and cause of a line can only be guessed from its words",
      "guesses miss errors and raise false alarms; nothing can be counted or joined",
      "log one JSON object a line with level, timestamp (ISO 8601, ms), service, correlationId,"
          + " traceId, event, message, durationMs, error",
      "LOG_WATCHER",
      "2–4 h",
      "console|print|unstructured|structured|log-format|mixed-format|logger"),
  C(
      "Redis Stream Lifecycle Events",
      "P1",
      "full event audit trail",
      "which message was published, consumed, acknowledged or failed, and by whom",
      "a lost or stuck message cannot be followed to the service that dropped it",
      "wrap the Redis client so that publish, consume, ack and failure each log redis.publish,"
          + " redis.consume, redis.ack, redis.failed",
      "REDIS_STREAM_ANALYST",
      "4–8 h",
      "lifecycle|audit-trail|instrument"),
  D(
      "Consumer Lag Health Reporting",
      "P2",
      "backpressure early warning",
      "how far a consumer is behind, as it sees it itself, between two polls",
      "backpressure shows only once messages pile up",
      "log redis.channelHealth every 60 seconds in each consumer",
      "REDIS_STREAM_ANALYST",
      "2–4 h",
      "channel-health|lag-report"),
  E(
      "Startup & Shutdown Events",
      "P2",
      "clean operational baseline",
      "when a service started or stopped, with which streams and groups",
      "a restart loop and a clean deploy look alike; unfinished messages at shutdown stay unknown",
      "log service.started with streams, groups and port, and service.shutdown with reason and"
          + " pendingMessages",
      "CONFIG_AUDITOR",
      "2–4 h",
      "startup|shutdown"),
  F(
      "Cross-Service Timeline Reconstruction",
      "P2",
      "any event in one command",
      "the way of one event across services",
      "every incident starts with a search by hand in every log",
      "finish A to E; then `monitor trace ID` shows every event of one correlation id in order",
      "ORCHESTRATOR",
      "after A–E",
      "timeline");

  private final String title;
  private final String priority;
  private final String benefit;
  private final String invisible;
  private final String why;
  private final String change;
  private final String agent;
  private final String cost;
  private final Pattern rules;

  Requirement(
      String title,
      String priority,
      String benefit,
      String invisible,
      String why,
      String change,
      String agent,
      String cost,
      String rules) {
    this.title = title;
    this.priority = priority;
    this.benefit = benefit;
    this.invisible = invisible;
    this.why = why;
    this.change = change;
    this.agent = agent;
    this.cost = cost;
    this.rules = Pattern.compile(rules);
  }

  public String title() {
    return title;
  }

  /** {@code P0} to {@code P2}. */
  public String priority() {
    return priority;
  }

  public String benefit() {
    return benefit;
  }

  /** What cannot be seen without it. */
  public String invisible() {
    return invisible;
  }

  public String why() {
    return why;
  }

  /** What to change; names in backticks. */
  public String change() {
    return change;
  }

  /** Name of the agent that gains most. */
  public String agent() {
    return agent;
  }

  public String cost() {
    return cost;
  }

  /** Whether a rule of this id says where the requirement is broken. */
  boolean concerns(String ruleId) {
    return rules.matcher(ruleId).find();
  }
}
