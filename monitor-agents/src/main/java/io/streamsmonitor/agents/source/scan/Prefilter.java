package io.streamsmonitor.agents.source.scan;

import io.streamsmonitor.agents.source.streams.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Which files are worth parsing, by words alone. */
final class Prefilter {
  static final int STREAMS = 1;
  private static final int RULE = 1 << 1;
  private static final int ENVIRONMENT = 1 << 2;
  private static final int CATCH = 1 << 3;
  private static final int LOOP = 1 << 4;
  static final int SECRET_NAME = 1 << 5;
  private static final int URL_MARK = 1 << 6;
  private static final int SCRIPT = 1 << 7;
  static final int GETENV = 1 << 8;

  private static final Needles NEEDLES = new Needles(words());

  /** Where libraries read variables: picocli, Spring's environment, its expressions. */
  private static final Pattern READS =
      Pattern.compile("\"\\$\\{env:|get(?:Required)?Property\\(\\s*\"[A-Z]|systemEnvironment");

  /** A loop that only an exception, a break or a return ends. */
  private static final Pattern ENDLESS =
      Pattern.compile("\\bwhile\\s*\\(\\s*true\\s*\\)|\\bfor\\s*\\(\\s*;\\s*;");

  /** A name or method that sounds like a secret, and a text right behind it. */
  static final Pattern SECRET =
      Pattern.compile(
          "(?i)(?:passwd|password|secret|api_?key|access_?key|private_?key|token|credential)\\w?\\s*(?:=|\\([^;()\"]*)\\s*\"");

  /** A URL with a password in it. */
  private static final Pattern URL = Pattern.compile("\"[a-z]+s?://[^/\\s:@\"]*:[^/\\s:@\"]+@");

  private Prefilter() {}

  /** Words without one of which no rule has anything to say about a file. */
  private static Map<String, Integer> words() {
    Map<String, Integer> all = new HashMap<>();
    mark(all, STREAMS, Vocabulary.TOKENS);
    mark(
        all,
        RULE,
        Set.of(
            "System.out",
            "System.err",
            "printStackTrace",
            "getenv",
            ".keys(",
            "@Value",
            "@ConfigProperty",
            "@ConfigurationProperties",
            "Dotenv",
            ".auth("));
    mark(all, GETENV, Set.of("getenv"));
    mark(all, ENVIRONMENT, Set.of("${env:", "Property(\"", "systemEnvironment"));
    mark(all, CATCH, Set.of("catch"));
    mark(all, LOOP, Set.of("true)", ";;", "; ;"));
    mark(all, URL_MARK, Set.of("://"));
    mark(
        all,
        SECRET_NAME,
        Set.of(
            "assw",
            "assW",
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
            "RIVATE_KEY",
            "assphrase",
            "ASSPHRASE",
            "pwd",
            "Pwd",
            "PWD",
            ".auth("));
    mark(
        all,
        SCRIPT,
        Set.of(
            "console.",
            ".env",
            "catch",
            ".keys(",
            "assword",
            "ecret",
            "oken",
            "redis://",
            "rediss://"));
    return all;
  }

  private static void mark(Map<String, Integer> all, int bit, Set<String> words) {
    words.forEach(w -> all.merge(w, bit, (a, b) -> a | b));
  }

  /** Which words of interest stand in a file: bits. */
  static int marks(byte[] bytes) {
    return NEEDLES.in(bytes);
  }

  /**
   * Whether a rule may have something to say about the file.
   *
   * @param text asked for only where words alone do not tell
   */
  static boolean isOfInterest(int marks, boolean script, Supplier<String> text) {
    return has(marks, STREAMS | RULE | (script ? SCRIPT : 0))
        || (has(marks, ENVIRONMENT) && READS.matcher(text.get()).find())
        || (has(marks, CATCH) && (isEndless(marks, text.get()) || Catches.mayBeSilent(text.get())))
        || hasSecret(marks, text);
  }

  /** Whether something in the file is a secret by its name or place. */
  static boolean hasSecret(int marks, Supplier<String> text) {
    return (has(marks, SECRET_NAME) && SECRET.matcher(text.get()).find())
        || (has(marks, URL_MARK) && hasPassword(text.get()));
  }

  /** Whether an identifier has to do with streams or the environment. */
  static boolean works(String word) {
    return word.equals("getenv") || Vocabulary.TOKENS.stream().anyMatch(word::contains);
  }

  static boolean has(int marks, int bits) {
    return (marks & bits) != 0;
  }

  private static boolean isEndless(int marks, String text) {
    return has(marks, LOOP) && ENDLESS.matcher(text).find();
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
}
