package io.streamsmonitor.envelope;

import io.streamsmonitor.envelope.events.Fields;
import io.streamsmonitor.envelope.events.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which envelopes can be read: the same major version can, a newer minor one is told once, another
 * major version cannot.
 */
final class SchemaRule {
  private static final int MAJOR = 1;
  private static final int MINOR = 0;

  private final AuditTrail trail;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  SchemaRule(AuditTrail trail) {
    this.trail = trail;
  }

  /** Throws {@link UndeliverableException} for an envelope that cannot be understood. */
  void check(EventEnvelope event) {
    String version = event.schemaVersion();
    int dot = version.indexOf('.');
    int major = number(dot < 0 ? version : version.substring(0, dot), version);
    int minor = dot < 0 ? 0 : number(version.substring(dot + 1), version);
    if (major > MAJOR) {
      throw new UndeliverableException(
          "schemaVersion " + version + " is newer than " + EventEnvelope.CURRENT_SCHEMA);
    }
    if (major == MAJOR && minor > MINOR && told.size() < 100 && told.add(version)) {
      trail.note(
          Level.WARN,
          "envelope.newerSchema",
          event.originService() + " writes schemaVersion " + version + ", unknown parts are kept",
          null,
          Map.of(Fields.SCHEMA_VERSION, version, Fields.ORIGIN_SERVICE, event.originService()));
    }
  }

  private static int number(String digits, String version) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new UndeliverableException("schemaVersion is not major.minor: " + version);
    }
  }
}
