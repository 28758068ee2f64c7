package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;

/**
 * A library in a build file.
 *
 * @param module the service or folder whose build file it is
 * @param library {@code group:artifact}, or the package's name
 */
public record LibraryUse(String module, String library, String version, Location at) {}
