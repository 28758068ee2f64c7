package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.agents.logs.window.SightingKind;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;

/** A credential in plain text. */
@AutoService(LogRule.class)
public final class SecretLogged extends SightingRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.secret",
          "SECURITY",
          Severity.CRITICAL,
          "A service writes a credential into its log",
          "Logs are copied to more places and people than the secret was meant for; a credential in a log counts as published.",
          "Revoke and replace the credential, take it out of the statement that logs it, and clean the logs.");

  public SecretLogged() {
    super(INFO, SightingKind.SECRET);
  }

  /**
   * How bad one credential is. A value known only by the name beside it may be a sample; one whose
   * own structure gives it away is not.
   */
  public static Severity severity(boolean named) {
    return named ? Severity.HIGH : Severity.CRITICAL;
  }

  @Override
  boolean about(Sighting sighting) {
    return true;
  }

  @Override
  Draft describe(Sighting sighting, Draft draft) {
    boolean named = sighting.key().contains(" in ");
    return draft
        .severity(severity(named))
        .title(sighting.service() + " logs a credential: " + sighting.key())
        .detail("secret", sighting.note())
        .hypothesis(
            "A statement "
                + LogDraft.place(sighting)
                + " logs a whole request, configuration or connection string.")
        .recommendation(
            "Revoke and replace this credential ("
                + sighting.note()
                + "), and mask it in the statement that logs it.");
  }
}
