package io.streamsmonitor.agents.config.env;

import io.streamsmonitor.core.finding.Location;

/**
 * A place that needs an environment variable.
 *
 * @param service whose it is, or "" for everyone
 * @param defaulted whether the place has something to take instead
 */
public record EnvNeed(String service, String name, boolean defaulted, Location at) {}
