package io.streamsmonitor.report;

/** How far a service meets a requirement, by what the session saw of it. */
public enum Seen {
  YES("yes"),
  PARTLY("partly"),
  NO("no"),
  /** The service has no such duty, such as lag reports of one that consumes nothing. */
  NOT_NEEDED("not needed"),
  /** Nothing was seen of the service; this is not a no. */
  NO_DATA("no data");

  private final String words;

  Seen(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether something is to be done. */
  public boolean lacking() {
    return this == NO || this == PARTLY;
  }
}
