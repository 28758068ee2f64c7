package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.streams.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which files are worth parsing, by words alone. */
final class Prefilter {
  /** Words without one of which no rule has anything to say about a file. */
  private static final List<String> RULES =
      List.of(
          "System.out",
          "System.err",
          "printStackTrace",
          "getenv",
          ".keys(",
          "@Value",
          "@ConfigProperty",
          "@ConfigurationProperties",
          "Dotenv",
          ".auth(");

  private static final List<String> ENVIRONMENTS =
      List.of("${env:", "Property(\"", "systemEnvironment");

  /** Where libraries read variables: picocli, Spring's environment, its expressions. */
  private static final Pattern ENVIRONMENT =
      Pattern.compile("\"\\$\\{env:|get(?:Required)?Property\\(\\s*\"[A-Z]|systemEnvironment");

  /** A loop that only an exception, a break or a return ends. */
  private static final Pattern ENDLESS =
      Pattern.compile("\\bwhile\\s*\\(\\s*true\\s*\\)|\\bfor\\s*\\(\\s*;\\s*;");

  /** Without one of these no name sounds like a secret. */
  private static final List<String> SECRETS =
      List.of(
          "assw",
          "ASSW",
          "ecret",
          "ECRET",
          "oken",
          "OKEN",
          "redential",
          "REDENTIAL",
          "piKey",
          "pikey",
          "pi_key",
          "PI_KEY",
          "ccessKey",
          "ccess_key",
          "CCESS_KEY",
          "rivateKey",
          "rivate_key",
          "RIVATE_KEY");

  /** A name or method that sounds like a secret, and a text right behind it. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(?:passwd|password|secret|api_?key|access_?key|private_?key|token|credential)\\w?\\s*(?:=|\\([^;()\"]*)\\s*\"");

  /** A URL with a password in it. */
  private static final Pattern URL = Pattern.compile("\"[a-z]+s?://[^/\\s:@\"]*:[^/\\s:@\"]+@");

  private Prefilter() {}

  static boolean hasStreams(String text) {
    return Vocabulary.TOKENS.stream().anyMatch(text::contains);
  }

  static boolean isOfInterest(String text) {
    return RULES.stream().anyMatch(text::contains)
        || (ENVIRONMENTS.stream().anyMatch(text::contains) && ENVIRONMENT.matcher(text).find())
        || (text.contains("catch") && (isEndless(text) || Catches.mayBeSilent(text)))
        || (SECRETS.stream().anyMatch(text::contains) && SECRET.matcher(text).find())
        || (text.contains("://") && hasPassword(text));
  }

  private static boolean isEndless(String text) {
    return (text.contains("true)") || text.contains(";;") || text.contains("; ;"))
        && ENDLESS.matcher(text).find();
  }

  /** Whether a URL in a text literal names a password; most URLs stand in comments. */
  private static boolean hasPassword(String text) {
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int quote = text.lastIndexOf('"', at);
      if (quote >= 0
          && at - quote < 12
          && URL.matcher(text).region(quote, text.length()).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  /** Which of the words the text mentions as whole words. */
  static Set<String> mentioned(String text, Set<String> words) {
    Set<String> out = new HashSet<>();
    int begin = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
        begin = begin < 0 ? i : begin;
      } else if (begin >= 0) {
        String word = text.substring(begin, i);
        if (words.contains(word)) {
          out.add(word);
        }
        begin = -1;
      }
    }
    return out;
  }
}
