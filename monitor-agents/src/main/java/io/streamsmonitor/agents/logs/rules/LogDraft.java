package io.streamsmonitor.agents.logs.rules;

import io.streamsmonitor.agents.logs.parse.LogEvent;
import io.streamsmonitor.agents.logs.parse.MissingGroup;
import io.streamsmonitor.agents.logs.trace.StackTrace;
import io.streamsmonitor.agents.logs.window.Sighting;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.EvidenceRef;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.model.RawLine;

/** What all findings from log lines say alike. */
final class LogDraft {
  private static final int TITLE = 120;

  private LogDraft() {}

  /** A draft about the sighting, with the agent's own fields. */
  static Draft of(RuleInfo info, Sighting sighting) {
    LogEvent event = sighting.event();
    Draft draft =
        Draft.of(info)
            .service(sighting.service())
            .qualifier(sighting.key())
            .correlationId(event.correlationId())
            .since(sighting.firstSeen())
            .observedAt(sighting.occurrences().last())
            .occurrences(sighting.occurrences().count())
            .evidence(sighting.example())
            .detail("pattern", sighting.occurrences().words());
    if (event.streamId() != null) {
      draft.detail("streamId", event.streamId());
    }
    if (event.traceId() != null) {
      draft.detail("traceId", event.traceId());
    }
    String stream = event.field("stream");
    draft.stream(stream.isBlank() ? null : stream);
    MissingGroup missing = stream.isBlank() ? MissingGroup.in(event.message()) : null;
    if (missing != null) {
      draft.stream(missing.stream()).group(missing.group());
    }
    sighting.refs().stream().limit(20).forEach(draft::evidenceRef);
    locate(draft, event.raw());
    StackTrace stack = sighting.stack();
    if (stack != null) {
      draft.detail("exceptionChain", stack.chain());
      String own = stack.ownFrame();
      if (own != null) {
        draft.detail("ownFrame", own);
      }
    }
    return draft;
  }

  /** A draft about one line of a service. */
  static Draft quoting(Draft draft, LogEvent line) {
    return quoting(draft, line.raw()).correlationId(line.correlationId());
  }

  static Draft quoting(Draft draft, RawLine raw) {
    return locate(draft, raw)
        .evidence(raw.text())
        .evidenceRef(new EvidenceRef(raw.file(), raw.offset(), raw.bytes().length));
  }

  private static Draft locate(Draft draft, RawLine raw) {
    return raw.line() == 0
        ? draft
        : draft.location(new Location(raw.file(), (int) Math.min(Integer.MAX_VALUE, raw.line())));
  }

  /** The message, short enough for a title. */
  static String title(Sighting sighting) {
    StackTrace stack = sighting.stack();
    String said = sighting.event().message();
    if (stack != null && !stack.outer().type().isEmpty()) {
      String root = stack.links().size() > 1 ? ", caused by " + stack.root().name() : "";
      said = stack.outer().name() + root + ": " + stack.outer().message();
    }
    int end = said.indexOf('\n');
    said = end > 0 ? said.substring(0, end) : said;
    return said.length() <= TITLE ? said : said.substring(0, TITLE) + "…";
  }

  /** Where to look first: the program's own frame, else the place that logs. */
  static String place(Sighting sighting) {
    StackTrace stack = sighting.stack();
    if (stack != null && stack.ownFrame() != null) {
      return "at " + stack.ownFrame();
    }
    String logger = sighting.event().logger();
    return logger == null
        ? "in " + sighting.service()
        : "in " + sighting.service() + ", logger " + logger;
  }
}
