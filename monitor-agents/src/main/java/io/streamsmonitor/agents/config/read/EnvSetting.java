package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable that a source sets.
 *
 * @param service whose it is, or "" for everyone
 * @param value or null where it comes from elsewhere, such as a Kubernetes secret
 * @param stage it is for, such as {@code production}, or ""
 */
public record EnvSetting(
    String service,
    String name,
    @Nullable String value,
    SourceKind kind,
    String stage,
    Location at) {
  /** The same for a service. */
  EnvSetting of(String other) {
    return new EnvSetting(other, name, value, kind, stage, at);
  }
}
