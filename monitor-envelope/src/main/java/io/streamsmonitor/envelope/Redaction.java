package io.streamsmonitor.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what looks like a secret in the text of an error. */
public final class Redaction {
  private static final String MASK = "***";
  private static final int MAX_LENGTH = 16_384;

  /** Group 1, where there is one, is kept; the rest of the match is masked. */
  private static final List<Pattern> USUAL =
      List.of(
          Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]{0,20}://[^\\s:/@]{0,200}:)[^\\s@/]{1,200}(?=@)"),
          Pattern.compile(
              "((?i:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key"
                  + "|credentials?|authorization)[\"']?\\s{0,4}[=:]\\s{0,4}[\"']?(?i:bearer |basic )?)"
                  + "[^\\s\"',;&}]{1,2000}"),
          Pattern.compile("((?i:bearer) )[A-Za-z0-9._~+/=-]{8,2000}"),
          Pattern.compile(
              "eyJ[A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{8,4000}\\.?[A-Za-z0-9_-]{0,2000}"),
          Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b"),
          Pattern.compile("\\b(?:gh[pousr]_|xox[abprs]-|sk[-_]|glpat-)[A-Za-z0-9_-]{10,255}"),
          Pattern.compile("-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,8000}"));

  private final List<Pattern> patterns;

  Redaction(List<Pattern> more) {
    List<Pattern> all = new ArrayList<>(USUAL);
    all.addAll(more);
    this.patterns = List.copyOf(all);
  }

  /** Masks what usually is a secret: passwords in addresses, tokens, keys. */
  public static Redaction usual() {
    return new Redaction(List.of());
  }

  /** The text without secrets, cut at 16 Ki characters so that no pattern runs for long. */
  public String apply(String text) {
    String clean = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    for (Pattern pattern : patterns) {
      clean =
          pattern
              .matcher(clean)
              .replaceAll(
                  match -> {
                    boolean keepsPrefix = match.groupCount() > 0 && match.group(1) != null;
                    return Matcher.quoteReplacement((keepsPrefix ? match.group(1) : "") + MASK);
                  });
    }
    return clean;
  }
}
