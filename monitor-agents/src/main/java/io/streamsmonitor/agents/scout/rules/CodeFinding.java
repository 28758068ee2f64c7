package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.Exemption;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Position;
import io.streamsmonitor.agents.source.streams.StreamCall;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A draft about places in one file, with the fields that the Scout's findings have. */
final class CodeFinding {
  private static final int LINES_SHOWN = 5;

  private final RuleInfo rule;
  private final CodeFile file;
  private final Draft draft;
  private final List<Integer> places = new ArrayList<>();
  private @Nullable String stream;
  private @Nullable String after;
  private @Nullable String qualifier;
  private String hidden = "";

  private CodeFinding(RuleInfo rule, CodeFile file) {
    this.rule = rule;
    this.file = file;
    this.draft = Draft.of(rule);
  }

  static CodeFinding in(CodeFile file, RuleInfo rule) {
    return new CodeFinding(rule, file);
  }

  /** About a call: the place, the stream and the group where they are certain. */
  static CodeFinding of(StreamCall call, RuleInfo rule) {
    CodeFinding finding = new CodeFinding(rule, call.file()).at(call.call().pos());
    call.streamName().ifPresent(finding::stream);
    call.groupName().ifPresent(finding.draft::group);
    return finding;
  }

  /** A place of the fault, unless a comment there says to ignore it. */
  CodeFinding at(int pos) {
    if (!Exemption.covers(file.lines(), Position.line(pos), rule.id())) {
      places.add(Position.line(pos));
    }
    return this;
  }

  CodeFinding stream(String name) {
    stream = name;
    return this;
  }

  CodeFinding related(Location place) {
    draft.related(place);
    return this;
  }

  CodeFinding hypothesis(String text) {
    draft.hypothesis(text);
    return this;
  }

  CodeFinding recommendation(String text) {
    draft.recommendation(text);
    return this;
  }

  /** One finding for the whole file, wherever the lines move. */
  CodeFinding once(String of) {
    qualifier = file.path() + (of.isEmpty() ? "" : " " + of);
    return this;
  }

  /** A text that must not be repeated. */
  CodeFinding hiding(String secret) {
    hidden = secret;
    return this;
  }

  private String shown(String text) {
    return hidden.isEmpty() ? text : text.replace(hidden, "…");
  }

  /** What the code may look like once it is right. */
  CodeFinding after(String snippet) {
    after = snippet;
    return this;
  }

  /** Says it, unless every place is to be ignored. */
  void to(Consumer<Draft> out) {
    if (places.isEmpty()) {
      return;
    }
    int first = places.get(0);
    places.forEach(line -> draft.location(new Location(file.path(), line)));
    draft.service(file.service().isEmpty() ? null : file.service()).stream(stream)
        .qualifier(qualifier == null ? file.path() + " " + Landmark.of(file, first) : qualifier)
        .detail("affectedServices", file.service().isEmpty() ? List.of() : List.of(file.service()))
        .detail("affectedStreams", stream == null ? List.of() : List.of(stream))
        .detail("relatedFindings", List.of())
        .detail("pattern", rule.title())
        .evidence(shown(evidence()))
        .detail("codeSnippetBefore", shown(Statements.at(file, first)));
    if (after != null) {
      draft.detail("codeSnippetAfter", after);
    }
    out.accept(draft);
  }

  private String evidence() {
    StringBuilder text = new StringBuilder();
    for (int line : places.subList(0, Math.min(LINES_SHOWN, places.size()))) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(file.path())
          .append(':')
          .append(line)
          .append(": ")
          .append(file.shown(line, line).strip());
    }
    int more = places.size() - LINES_SHOWN;
    return more > 0 ? text + "\n… and " + more + " more" : text.toString();
  }
}
