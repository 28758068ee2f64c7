package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;

/** A key that one map has twice; readers differ in which one they take. */
public record DuplicateKey(String key, Location first, Location second) {}
