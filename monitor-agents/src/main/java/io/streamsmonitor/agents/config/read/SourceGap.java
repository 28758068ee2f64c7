package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;

/** A source that could not be read, and why. */
public record SourceGap(Location at, String reason) {}
