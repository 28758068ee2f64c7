package io.streamsmonitor.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param what such as {@code redis} or {@code service orders}
 * @param ok whether a session would get past it
 * @param said what was seen; where not ok, with the way out
 */
public record Check(String what, boolean ok, String said) {
  static Check ok(String what, String said) {
    return new Check(what, true, said);
  }

  static Check fails(String what, String said) {
    return new Check(what, false, said);
  }
}
