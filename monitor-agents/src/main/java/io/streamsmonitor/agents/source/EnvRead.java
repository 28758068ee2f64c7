package io.streamsmonitor.agents.source;

import io.streamsmonitor.core.finding.Location;
import org.jspecify.annotations.Nullable;

/**
 * One place where code reads an environment variable.
 *
 * @param service whose source it is, or "" for fleet-wide sources
 * @param fallback what code takes instead, or null where it takes none
 */
public record EnvRead(
    String service, String name, @Nullable String fallback, Location at, boolean test) {}
