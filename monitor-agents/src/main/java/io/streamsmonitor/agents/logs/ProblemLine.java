package io.streamsmonitor.agents.logs;

import io.streamsmonitor.agents.logs.rules.SecretLogged;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.redact.SecretHit;
import java.util.List;

/**
 * A line that a rule has something to say of.
 *
 * @param file as the user named it
 * @param line from 1
 */
public record ProblemLine(
    String file, long line, Severity severity, String category, String ruleId) {

  static ProblemLine of(RawLine raw, Severity severity, RuleInfo rule) {
    return new ProblemLine(raw.file(), raw.line(), severity, rule.category(), rule.id());
  }

  /** The same of another line. */
  ProblemLine of(RawLine raw) {
    return new ProblemLine(raw.file(), raw.line(), severity, category, ruleId);
  }

  /** A line with secrets is as bad as the worst of them. */
  static ProblemLine secret(RawLine raw, List<SecretHit> hits) {
    RuleInfo rule = new SecretLogged().info();
    boolean named = hits.stream().noneMatch(hit -> hit.field().isEmpty());
    return of(raw, SecretLogged.severity(named), rule);
  }
}
