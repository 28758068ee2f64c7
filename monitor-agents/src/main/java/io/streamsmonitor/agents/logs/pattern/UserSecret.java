package io.streamsmonitor.agents.logs.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.streamsmonitor.core.redact.SecretHit;
import io.streamsmonitor.core.redact.SecretKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A pattern of {@code redact: patterns:} in monitor.yml: what it matches is a secret, or its first
 * group where it has one.
 */
public final class UserSecret implements Function<String, List<SecretHit>> {
  private final Pattern pattern;

  private UserSecret(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * The pattern.
   *
   * @throws IllegalArgumentException if it is no expression, in words for the user
   */
  public static UserSecret of(String expression) {
    return new UserSecret(UserPattern.compiled(expression));
  }

  public String expression() {
    return pattern.pattern();
  }

  @Override
  public List<SecretHit> apply(String text) {
    List<SecretHit> hits = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int group = matcher.groupCount() > 0 && matcher.start(1) >= 0 ? 1 : 0;
      if (matcher.end(group) > matcher.start(group)) {
        hits.add(
            new SecretHit(SecretKind.USER_PATTERN, "", matcher.start(group), matcher.end(group)));
      }
    }
    return hits;
  }
}
