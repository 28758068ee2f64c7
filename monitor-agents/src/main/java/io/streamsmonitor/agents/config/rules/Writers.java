package io.streamsmonitor.agents.config.rules;

import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.core.model.PayloadFields;
import java.util.List;
import java.util.Set;

/**
 * Code that adds to streams, and the field names that carry messages rather than belong to them.
 */
final class Writers {
  /** The envelope's names, CloudEvents attributes, and the usual names of a whole payload. */
  static final Set<String> VOCABULARY =
      Set.of(
          "correlationId",
          "traceId",
          "spanId",
          "originService",
          "publishedAt",
          "schemaVersion",
          "causationId",
          "type",
          "contentType",
          "payload",
          "traceparent",
          "tracestate",
          "deadLetterReason",
          "deadLetterOfStream",
          "deadLetterOfGroup",
          "deadLetterOfMessage",
          "data",
          "body",
          "message",
          "json",
          "event",
          "value",
          "content",
          "envelope",
          "record",
          "specversion",
          "id",
          "source",
          "subject",
          "time",
          "datacontenttype",
          "dataschema",
          "ce_id",
          "ce_type",
          "ce_source",
          "ce_specversion",
          "ce_time",
          "_class",
          "version");

  private Writers() {}

  static List<CodeUse> of(ConfigView view, String stream) {
    return view.code().of(Op.ADD).stream().filter(u -> u.streamText().equals(stream)).toList();
  }

  static List<CodeUse> withFields(ConfigView view, String stream) {
    return of(view, stream).stream().filter(u -> !u.use().fields().isEmpty()).toList();
  }

  /** Whether the fields say nothing of the message, which is one text in one of them. */
  static boolean opaque(List<String> fields) {
    return fields.stream().anyMatch(PayloadFields.NAMES::contains)
        && VOCABULARY.containsAll(fields);
  }
}
