package io.streamsmonitor.agents.config.env;

import java.util.List;

/**
 * Whether a service has a variable that it needs.
 *
 * @param setBy who sets it, such as {@code compose.yml:12}, or ""
 */
public record EnvVerdict(
    String service, String name, Status status, String setBy, List<EnvNeed> needs) {

  /** As in env_audit.txt. */
  public enum Status {
    SET,
    MISSING,
    DEFAULTED,
    UNKNOWN
  }

  public EnvVerdict {
    needs = List.copyOf(needs);
  }

  /** A line of env_audit.txt. */
  public String line() {
    String owner = service.isEmpty() ? "every service" : service;
    String by = setBy.isEmpty() ? "" : ", set by " + setBy;
    return status + ": " + name + " (" + owner + by + ", needed at " + needs.get(0).at() + ")";
  }
}
