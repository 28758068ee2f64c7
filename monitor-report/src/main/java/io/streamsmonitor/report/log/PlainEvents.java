package io.streamsmonitor.report.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Message events in the lines of a service that writes no lifecycle lines: a line that names an
 * entry id or a correlation id, and says by a verb what happened to it.
 */
final class PlainEvents {
  private static final Pattern MESSAGE = Pattern.compile("(?<![\\w-])\\d{13}-\\d{1,10}(?![\\w-])");
  private static final Pattern CORRELATION =
      Pattern.compile(
          "(?i)\\b(?:correlation[-_ ]?id|corr[-_]?id|cid)\\b[\"']?\\s*[=:]?\\s*[\"']?([\\w-]{4,64})");

  private static final Set<String> NOTHING = Set.of("null", "none", "undefined", "unknown");

  private record Verb(Lifecycle kind, Pattern words) {}

  /** In this order: what failed to be acknowledged has failed. */
  private static final List<Verb> VERBS =
      List.of(
          verb(Lifecycle.FAILED, "fail(ed|ure|ing)?|error|exception|could not|cannot|rejected"),
          verb(Lifecycle.ACK, "ack(ed|s)?|acknowledg\\w*|xack"),
          verb(Lifecycle.PUBLISH, "publish\\w*|emitt?ed|sent|added|xadd|produced|enqueued"),
          verb(
              Lifecycle.CONSUME,
              "consum\\w*|receiv\\w*|handl\\w*|process\\w*|got|took|taken|read|picked up"));

  private PlainEvents() {}

  private static Verb verb(Lifecycle kind, String words) {
    return new Verb(kind, Pattern.compile("(?i)\\b(?:" + words + ")\\b"));
  }

  /**
   * The event of the line, or null; its stream is empty where the line does not name it.
   *
   * @param streams names that may stand in a line
   */
  static @Nullable LifecycleEvent of(
      LogLine line, @Nullable LogFields fields, @Nullable Instant at, Collection<String> streams) {
    String text = line.text();
    Matcher message = MESSAGE.matcher(text);
    String messageId = message.find() ? message.group() : null;
    String correlationId = correlation(text, fields);
    if (messageId == null && correlationId == null) {
      return null;
    }
    Lifecycle kind = kind(text);
    return kind == null
        ? null
        : new LifecycleEvent(
            kind,
            line.service(),
            at,
            stream(text, streams),
            correlationId,
            messageId,
            null,
            null,
            null,
            null,
            kind == Lifecycle.FAILED ? "said in a plain line" : null,
            null,
            line);
  }

  private static @Nullable String correlation(String text, @Nullable LogFields fields) {
    if (fields != null) {
      return LifecycleEvent.correlationId(fields);
    }
    Matcher correlation = CORRELATION.matcher(text);
    return correlation.find() && !NOTHING.contains(correlation.group(1).toLowerCase(Locale.ROOT))
        ? correlation.group(1)
        : null;
  }

  private static @Nullable Lifecycle kind(String text) {
    for (Verb verb : VERBS) {
      if (verb.words().matcher(text).find()) {
        return verb.kind();
      }
    }
    return null;
  }

  /** The longest name that stands in the text by itself. */
  private static String stream(String text, Collection<String> streams) {
    String found = "";
    for (String stream : streams) {
      if (stream.length() > found.length() && standsAlone(stream, text)) {
        found = stream;
      }
    }
    return found;
  }

  private static boolean standsAlone(String stream, String text) {
    int at = stream.isEmpty() ? -1 : text.indexOf(stream);
    while (at >= 0) {
      int end = at + stream.length();
      boolean begins = at == 0 || !ofName(text.charAt(at - 1));
      if (begins && (end == text.length() || !ofName(text.charAt(end)))) {
        return true;
      }
      at = text.indexOf(stream, at + 1);
    }
    return false;
  }

  private static boolean ofName(char c) {
    return c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
