package io.streamsmonitor.core.finding;

/** What a fix costs, in the specification's steps. */
public enum Effort {
  HOURS_2_4,
  HOURS_4_8,
  DAYS_1_2,
  SPRINT
}
