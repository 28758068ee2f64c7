package io.streamsmonitor.agents.config.declare;

import io.streamsmonitor.core.finding.Location;

/**
 * Somebody says that a service uses a stream, or reads with a group.
 *
 * @param service who uses it, or "" where unsaid
 * @param stream its name, or "" where only a group is named
 * @param group its name, or ""
 * @param sure whether the place leaves no doubt that these are names of streams and groups
 */
public record Declaration(
    String service,
    String stream,
    String group,
    Role role,
    Origin origin,
    String key,
    boolean sure,
    Location at) {

  /** In a sentence, without the value's neighbours. */
  public String where() {
    return key.isEmpty() ? at.toString() : key + " (" + at + ")";
  }
}
