package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.Name;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** What one look could not see: a sentence each, each missing permission named once. */
final class Gaps {
  /** How the sentence of a permission ends without which only comfort is missing. */
  static final String OPTIONAL = " (optional)";

  private final Set<String> sentences = new LinkedHashSet<>();

  /**
   * Whether the reply is an answer. A refusal is noted; a key that is gone or no stream any more is
   * the stream's end and no gap.
   */
  boolean answered(Ask ask, @Nullable Name stream, Object reply) {
    if (!(reply instanceof JedisDataException refused)) {
      return true;
    }
    String text = refused.getMessage() == null ? "" : refused.getMessage();
    if (forbidden(reply)) {
      sentences.add(permission(ask, stream, text));
    } else if (!gone(reply)) {
      String what = stream == null ? "" : "stream \"" + stream.display() + "\": ";
      sentences.add(what + name(ask) + " was refused: " + text);
    }
    return false;
  }

  void add(String sentence) {
    sentences.add(sentence);
  }

  void addAll(Gaps others) {
    sentences.addAll(others.sentences);
  }

  /** Whether the user may not ask that. */
  static boolean forbidden(Object reply) {
    return reply instanceof JedisDataException refused
        && String.valueOf(refused.getMessage()).startsWith("NOPERM");
  }

  /** Whether the key, or the group, is not there (any more); in a cluster, at this node. */
  static boolean gone(Object reply) {
    String text =
        reply instanceof JedisDataException refused && refused.getMessage() != null
            ? refused.getMessage()
            : "";
    return text.startsWith("WRONGTYPE")
        || text.startsWith("NOGROUP")
        || text.startsWith("MOVED")
        || text.startsWith("ASK ")
        || text.contains("no such key");
  }

  List<String> sentences() {
    return new ArrayList<>(sentences);
  }

  private static String permission(Ask ask, @Nullable Name stream, String text) {
    boolean key = text.contains("key");
    if (key && stream != null) {
      return "stream \""
          + stream.display()
          + "\" may not be read: grant %R~"
          + stream.display()
          + " (~"
          + stream.display()
          + " before Redis 7)";
    }
    return name(ask)
        + " is not permitted: grant "
        + ask.permission()
        + (ask.optional() ? OPTIONAL : "");
  }

  private static String name(Ask ask) {
    return ask.command();
  }
}
