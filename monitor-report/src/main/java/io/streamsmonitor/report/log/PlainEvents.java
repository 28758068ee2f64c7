package io.streamsmonitor.report.log;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.core.redact.Secrets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Message events in the lines of a service that writes no lifecycle lines: a line that names an
 * entry id or a correlation id, and says by a verb what happened to it.
 */
final class PlainEvents {
  private record Verb(Lifecycle kind, Pattern words) {}

  /** In this order: what failed to be acknowledged has failed. */
  private static final List<Verb> VERBS =
      List.of(
          verb(Lifecycle.FAILED, "fail(ed|ure|ing|s)?|error|exception|could not|cannot|rejected"),
          verb(Lifecycle.ACK, "ack(ed|s|ing)?|acknowledg\\w*|xack"),
          verb(
              Lifecycle.PUBLISH,
              "publish\\w*|emit(s|ted|ting)?|sent|sending|added|xadd|produc(ed|ing)|enqueu\\w*"
                  + "|queued|pushed|appended|dispatched|created|inserted|wrote|written"),
          verb(
              Lifecycle.CONSUME,
              "consum\\w*|receiv\\w*|handl\\w*|process\\w*|got|took|taken|read|picked up|done"));

  /**
   * Any other deed: it counts for an entry that another service published. Who only looks at an
   * entry, or takes it away, has not consumed it.
   */
  private static final Pattern DEED =
      Pattern.compile(
          "(?i)\\b(?!(?:started|resumed|reached|expired|trimmed|deleted|removed|based|speed"
              + "|need|feed|seed|indeed|exceed|positioned|initiali[sz]ed|red|bed)\\b)[a-z]{2,}ed\\b");

  private static final Pattern FAILURE =
      Pattern.compile(
          "(?i)\\bfail(ed|ure|ing|s)?\\b|\\w*exception\\b|\\b(could not|cannot|rejected)\\b"
              + "|(?<!level=)\\berror(?=:)");

  private static final Pattern STREAM =
      Pattern.compile("(?i)(?<![\\w-])stream(?:[-_ ]?name)?[\"']?[=:]\\s*[\"']?([\\w.:-]*[\\w-])");

  private static final Redactor SECRETS = new Secrets();
  private static final int ERROR = 160;

  private PlainEvents() {}

  private static Verb verb(Lifecycle kind, String words) {
    return new Verb(kind, Pattern.compile("(?i)\\b(?:" + words + ")\\b"));
  }

  /**
   * The event of the line, or null; its stream is empty where the line does not name it, or where
   * it counts only for what another service published.
   *
   * @param streams names that may stand in a line
   */
  static @Nullable LifecycleEvent of(
      LogLine line, @Nullable LogFields fields, @Nullable Instant at, Collection<String> streams) {
    String text = line.text();
    String messageId = LineIds.entry(text);
    String sharedId = LineIds.shared(text, fields);
    if (messageId == null && sharedId == null) {
      return null;
    }
    Lifecycle kind = kind(text);
    boolean deed = kind == null && messageId != null && DEED.matcher(text).find();
    if (kind == null && !deed) {
      return null;
    }
    return new LifecycleEvent(
        kind == null ? Lifecycle.CONSUME : kind,
        line.service(),
        at,
        named(text, fields, deed ? List.of() : streams, kind == Lifecycle.PUBLISH),
        sharedId,
        messageId,
        null,
        null,
        null,
        null,
        kind == Lifecycle.FAILED ? error(text) : null,
        null,
        true,
        line);
  }

  private static @Nullable Lifecycle kind(String text) {
    for (Verb verb : VERBS) {
      if (verb.words().matcher(text).find()) {
        return verb.kind();
      }
    }
    return null;
  }

  /** The line from its word of failure on; a level is none. */
  private static String error(String text) {
    Matcher failure = FAILURE.matcher(text);
    String from = failure.find() ? text.substring(failure.start()) : text;
    String shown = SECRETS.redact(from);
    return shown.length() > ERROR ? shown.substring(0, ERROR) + "…" : shown;
  }

  /** The stream that the line names as such, else one of these that it speaks of. */
  private static String named(
      String text, @Nullable LogFields fields, Collection<String> streams, boolean published) {
    String said = fields == null ? null : fields.text("stream", "streamName", "stream_name");
    Matcher pair = STREAM.matcher(text);
    if (said == null && pair.find()) {
      said = pair.group(1);
    }
    return said == null ? stream(text, published, streams) : said;
  }

  /** The longest name that stands in the text by itself; of a publication, the one it goes to. */
  private static String stream(String text, boolean published, Collection<String> streams) {
    String found = "";
    boolean target = false;
    for (String stream : streams) {
      if (!text.contains(stream)) {
        continue;
      }
      Matcher name = word(stream).matcher(text);
      while (name.find()) {
        boolean to = published && name.group(1) != null;
        boolean better = to == target ? stream.length() > found.length() : to;
        found = better ? stream : found;
        target |= to;
      }
    }
    return found;
  }

  private static Pattern word(String stream) {
    return Pattern.compile(
        "(?i:(\\b(?:to|into|on|stream|topic|channel)[\"'=:\\s]{1,3}))?(?<![\\w-])"
            + Pattern.quote(stream)
            + "(?![\\w-])");
  }
}
