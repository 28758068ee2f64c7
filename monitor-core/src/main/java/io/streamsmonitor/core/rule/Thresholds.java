package io.streamsmonitor.core.rule;

import java.time.Duration;

/**
 * The numbers that rules compare with; the defaults are the specification's.
 *
 * @param poll between two looks at the streams
 * @param lag entries a group may be behind
 * @param timeLag a delivery may take
 * @param pendingAge an entry may wait for its acknowledgement
 * @param deliveries an entry may need
 * @param silence of a service that was active
 * @param repeatWindow within which repeats count as a storm
 * @param growthPolls rises in a row that are still no growth; one more is
 */
public record Thresholds(
    Duration poll,
    long lag,
    Duration timeLag,
    Duration pendingAge,
    long deliveries,
    Duration silence,
    Duration repeatWindow,
    int growthPolls,
    Profile profile) {

  /** The specification's numbers, profile smart. */
  public static final Thresholds DEFAULT =
      new Thresholds(
          Duration.ofSeconds(15),
          100,
          Duration.ofMillis(500),
          Duration.ofSeconds(30),
          3,
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          2,
          Profile.SMART);

  /** The same numbers with another time between polls. */
  public Thresholds polling(Duration every) {
    return new Thresholds(
        every, lag, timeLag, pendingAge, deliveries, silence, repeatWindow, growthPolls, profile);
  }

  /** The same numbers, taken so. */
  public Thresholds as(Profile other) {
    return new Thresholds(
        poll, lag, timeLag, pendingAge, deliveries, silence, repeatWindow, growthPolls, other);
  }
}
