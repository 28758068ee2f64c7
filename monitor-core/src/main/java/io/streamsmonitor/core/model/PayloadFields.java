package io.streamsmonitor.core.model;

import java.util.Set;

/** Names of entry fields that usually hold the whole message as one text. */
public final class PayloadFields {
  /** In lower case. */
  public static final Set<String> NAMES =
      Set.of(
          "payload",
          "data",
          "body",
          "message",
          "json",
          "event",
          "value",
          "content",
          "envelope",
          "record");

  private PayloadFields() {}
}
