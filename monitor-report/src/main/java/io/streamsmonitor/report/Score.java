package io.streamsmonitor.report;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import java.util.Collection;
import java.util.Locale;

/**
 * One number for a session, 0 to 100. It multiplies, so a bad session can still get worse: every
 * open finding takes a part of what is left. Syntheses are not counted beside what they explain.
 */
public record Score(int value) {
  public static final String FORMULA =
      "100 × 0.80^CRITICAL × 0.92^HIGH × 0.98^MEDIUM × 0.995^LOW of the open findings, rounded down;"
          + " syntheses and INFO do not count";

  public Score {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException("score " + value + " is not within 0 and 100");
    }
  }

  /** The formula with this session's numbers in it, so that anybody can follow it. */
  public static String calculation(Collection<Finding> open) {
    StringBuilder out = new StringBuilder("100");
    double left = 100;
    for (Severity severity : Severity.values()) {
      long n = open.stream().filter(Score::counts).filter(f -> f.severity() == severity).count();
      if (n > 0 && part(severity) < 1) {
        out.append(" × ").append(part(severity)).append('^').append(n);
        left *= Math.pow(part(severity), (double) n);
      }
    }
    return out.append(String.format(Locale.ROOT, " = %.2f", left)).toString();
  }

  private static boolean counts(Finding f) {
    return !f.category().equals(RootCause.CATEGORY);
  }

  static Score of(Collection<Finding> open) {
    double left = 100;
    for (Finding f : open) {
      left *= counts(f) ? part(f.severity()) : 1;
    }
    return new Score((int) Math.floor(left + 1e-9));
  }

  private static double part(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 0.80;
      case HIGH -> 0.92;
      case MEDIUM -> 0.98;
      case LOW -> 0.995;
      case INFO -> 1;
    };
  }
}
