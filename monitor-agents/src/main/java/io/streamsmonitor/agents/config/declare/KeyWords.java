package io.streamsmonitor.agents.config.declare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of a configuration key, and what they say about its value. */
final class KeyWords {
  private static final Set<String> STREAM = Set.of("stream", "streams");
  private static final Set<String> CHANNEL =
      Set.of("topic", "topics", "channel", "channels", "queue", "queues", "destination");
  private static final Set<String> TAIL = Set.of("name", "names", "key", "keys", "id");
  private static final Set<String> OUT =
      Set.of(
          "publish",
          "publishes",
          "published",
          "publisher",
          "publishers",
          "producer",
          "producers",
          "produce",
          "produces",
          "output",
          "outputs",
          "out",
          "outbound",
          "sink",
          "target",
          "write",
          "writes",
          "emit",
          "emits");
  private static final Set<String> IN =
      Set.of(
          "consume",
          "consumes",
          "consumed",
          "consumer",
          "consumers",
          "subscribe",
          "subscribes",
          "subscription",
          "subscriptions",
          "input",
          "inputs",
          "in",
          "inbound",
          "source",
          "listen",
          "listener",
          "listeners",
          "read",
          "reads",
          "reader");
  private static final Set<String> MEMBERS = Set.of("streams", "topics", "channels");
  private static final Set<String> GROUPS = Set.of("group", "groups");
  private static final Set<String> OTHER_GROUPS =
      Set.of("security", "log", "target", "resource", "user", "permission", "auto", "node");

  /** {@code streams.orders.group}: a map whose keys are the streams. */
  private static final Pattern NAMED =
      Pattern.compile("(?:^|\\.)streams\\.([^.\\[\\]]+)\\.(?:consumer\\.)?[^.]*$");

  private final List<String> path;
  private final List<String> last;

  private KeyWords(List<String> path, List<String> last) {
    this.path = path;
    this.last = last;
  }

  static KeyWords of(String key) {
    String plain = key.replaceAll("\\[\\d+]", "");
    int dot = plain.lastIndexOf('.');
    return new KeyWords(
        words(dot < 0 ? "" : plain.substring(0, dot)), words(plain.substring(dot + 1)));
  }

  /** The stream that a part of the key names, or empty. */
  static String named(String key) {
    Matcher found = NAMED.matcher(key);
    return found.find() && Names.plausible(found.group(1)) ? found.group(1) : "";
  }

  private static List<String> words(String text) {
    String parted = text.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    return Arrays.stream(parted.split("[^a-z0-9]+", -1)).filter(w -> !w.isEmpty()).toList();
  }

  /**
   * {@code stream}, {@code orders-stream}, {@code STREAM_NAME}; also {@code name} in a list of
   * streams.
   */
  boolean stream() {
    return ends(STREAM) || (tail() && inside(STREAM));
  }

  /** {@code topic}, {@code queue} and the like: a stream, perhaps. */
  boolean channel() {
    return ends(CHANNEL) || (tail() && inside(CHANNEL));
  }

  /** A value of a map or list of streams: {@code streams.orders}, {@code publishes[0]}. */
  boolean member() {
    boolean listed = last.size() == 1 && Set.of("publishes", "consumes").contains(last.get(0));
    return listed || (!path.isEmpty() && MEMBERS.contains(path.get(path.size() - 1)));
  }

  boolean group() {
    boolean named = ends(GROUPS);
    boolean consumer = last.contains("consumer") || path.contains("consumer");
    boolean other = last.stream().anyMatch(OTHER_GROUPS::contains);
    return named && !other && (consumer || about());
  }

  /** Whether the way to the key speaks of Redis or of streams. */
  boolean about() {
    return path.stream()
        .anyMatch(
            w -> w.equals("redis") || STREAM.contains(w) || OUT.contains(w) || IN.contains(w));
  }

  Role role() {
    if (Names.deadLetters(
        String.join("-", last).replaceAll("-(?:stream|topic|queue|name|key)s?$", ""))) {
      return Role.PUBLISHES;
    }
    for (String word : concat()) {
      if (OUT.contains(word)) {
        return Role.PUBLISHES;
      }
      if (IN.contains(word)) {
        return Role.CONSUMES;
      }
    }
    return Role.NAMES;
  }

  /** Equal for the keys of one stream and its group. */
  String subject() {
    List<String> words = concat();
    int end = words.size();
    while (end > 0 && dropped(words.get(end - 1))) {
      end--;
    }
    return String.join(".", words.subList(0, end));
  }

  private static boolean dropped(String word) {
    return STREAM.contains(word)
        || CHANNEL.contains(word)
        || TAIL.contains(word)
        || GROUPS.contains(word)
        || word.equals("consumer");
  }

  private List<String> concat() {
    return Stream.concat(path.stream(), last.stream()).toList();
  }

  private boolean tail() {
    return last.size() == 1 && TAIL.contains(last.get(0));
  }

  private boolean inside(Set<String> words) {
    return !path.isEmpty() && words.contains(path.get(path.size() - 1));
  }

  private boolean ends(Set<String> words) {
    int end = last.size();
    while (end > 1 && TAIL.contains(last.get(end - 1))) {
      end--;
    }
    return end > 0 && words.contains(last.get(end - 1));
  }
}
