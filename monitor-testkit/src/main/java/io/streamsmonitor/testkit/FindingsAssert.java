package io.streamsmonitor.testkit;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what a session or an agent said; a failure prints the findings it is about. */
public final class FindingsAssert extends AbstractAssert<FindingsAssert, List<Finding>> {

  private FindingsAssert(List<Finding> findings) {
    super(findings, FindingsAssert.class);
  }

  /** Begins an assertion; import it statically. */
  public static FindingsAssert assertThatFindings(List<Finding> findings) {
    return new FindingsAssert(findings);
  }

  /** Looks only at findings about the stream. */
  public FindingsAssert onStream(String stream) {
    return only(f -> stream.equals(f.stream()));
  }

  /** Looks only at findings about the service. */
  public FindingsAssert onService(String service) {
    return only(f -> service.equals(f.service()));
  }

  /** Looks only at findings that are not resolved. */
  public FindingsAssert open() {
    return only(Finding::open);
  }

  private FindingsAssert only(Predicate<Finding> wanted) {
    isNotNull();
    return new FindingsAssert(actual.stream().filter(wanted).toList());
  }

  public FindingsAssert isEmpty() {
    return check(actual.isEmpty(), "no finding");
  }

  /** Nothing open is this bad or worse. */
  public FindingsAssert hasNoneAtOrAbove(Severity severity) {
    return check(
        actual.stream().noneMatch(f -> f.open() && f.severity().atLeast(severity)),
        "no open finding of " + severity + " or worse");
  }

  /** At least one finding of the rule. */
  public FindingsAssert hasRule(String ruleId) {
    return check(
        actual.stream().anyMatch(f -> f.ruleId().equals(ruleId)), "a finding of rule " + ruleId);
  }

  /** No finding of the rule that is not resolved. */
  public FindingsAssert hasNoOpen(String ruleId) {
    return check(
        actual.stream().noneMatch(f -> f.open() && f.ruleId().equals(ruleId)),
        "no open finding of rule " + ruleId);
  }

  /** Findings of exactly these rules, one each, in any order. */
  public FindingsAssert containsExactlyRules(String... ruleIds) {
    List<String> wanted = Arrays.stream(ruleIds).sorted().toList();
    List<String> seen = actual.stream().map(Finding::ruleId).sorted().toList();
    return check(wanted.equals(seen), "exactly the rules " + wanted);
  }

  /** The only finding of the rule, for looking closer. */
  public Finding single(String ruleId) {
    List<Finding> found = actual.stream().filter(f -> f.ruleId().equals(ruleId)).toList();
    check(found.size() == 1, "one finding of rule " + ruleId);
    return found.get(0);
  }

  private FindingsAssert check(boolean holds, String wanted) {
    isNotNull();
    if (!holds) {
      throw failure("Expected %s, but there are:%n%s", wanted, describe());
    }
    return this;
  }

  private String describe() {
    Objects.requireNonNull(actual);
    return actual.isEmpty()
        ? "  (no finding at all)"
        : actual.stream()
            .map(
                f ->
                    "  %s %s %s %s %s%n    %s"
                        .formatted(
                            f.findingId(),
                            f.severity(),
                            f.status(),
                            f.ruleId(),
                            f.title(),
                            f.evidence()))
            .collect(Collectors.joining(System.lineSeparator()));
  }
}
