package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;

/**
 * A port of the host that a source gives to a service.
 *
 * @param key that says so
 */
public record PortBinding(String service, int port, String key, SourceKind kind, Location at) {}
