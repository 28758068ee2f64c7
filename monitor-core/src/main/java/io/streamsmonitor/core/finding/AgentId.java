package io.streamsmonitor.core.finding;

import java.util.Locale;

/**
 * Who says a finding.
 *
 * @param name upper case with underscores, such as {@code LOG_WATCHER}
 * @param prefix of its finding ids, such as {@code LW}
 */
public record AgentId(String name, String prefix) {
  public static final AgentId LOG_WATCHER = new AgentId("LOG_WATCHER", "LW");
  public static final AgentId STREAM_ANALYST = new AgentId("REDIS_STREAM_ANALYST", "RSA");
  public static final AgentId CONFIG_AUDITOR = new AgentId("CONFIG_AUDITOR", "CA");
  public static final AgentId ENHANCEMENT_SCOUT = new AgentId("ENHANCEMENT_SCOUT", "ES");
  public static final AgentId ORCHESTRATOR = new AgentId("ORCHESTRATOR", "OR");

  public AgentId {
    if (!name.matches("[A-Z][A-Z0-9_]*") || !prefix.matches("[A-Z][A-Z0-9]*")) {
      throw new IllegalArgumentException(
          "agent \"" + name + "\", prefix \"" + prefix + "\": upper case letters, digits and _");
    }
  }

  /** The name on the command line and of its journal: {@code stream-analyst}, {@code my-agent}. */
  public String slug() {
    return equals(STREAM_ANALYST)
        ? "stream-analyst"
        : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
