package io.streamsmonitor.agents.config.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.config.ConfigRule;
import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.Discrepancy;
import io.streamsmonitor.agents.config.Live;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Names;
import io.streamsmonitor.agents.config.declare.Origin;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.Location;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Documents describe a stream that code, configuration and Redis do not know. */
@AutoService(ConfigRule.class)
public final class DocumentedStreamGone implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config.documented-stream-gone",
          "DOC_DRIFT",
          Severity.LOW,
          "A documented stream exists nowhere",
          "Who follows the document writes to, or waits on, a stream that nobody else uses. MEDIUM"
              + " where a stream by a similar name is in use: then it was most likely renamed.",
          "Correct or remove the entry in the document.");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(ConfigView view, Consumer<Draft> out) {
    if (!view.code().complete()) {
      return;
    }
    Set<String> documented = new TreeSet<>(view.declared().streams(Origin.DOCS));
    documented.removeIf(s -> used(view, s) || s.indexOf('*') >= 0 || s.indexOf('{') >= 0);
    for (String stream : documented) {
      List<Location> places =
          view.declared().all().stream()
              .filter(d -> d.origin() == Origin.DOCS && d.stream().equals(stream))
              .map(Declaration::at)
              .toList();
      Optional<String> similar =
          view.code().streams().stream()
              .filter(s -> view.docs().mention(s).isEmpty() && similar(s, stream))
              .findFirst();
      String instead = similar.map(s -> "; code uses \"" + s + "\"").orElse("");
      out.accept(
          Discrepancy.of(
                  INFO,
                  "",
                  "stream \"" + stream + "\" (documents)",
                  "it exists nowhere" + instead,
                  places,
                  List.of())
              .stream(stream)
              .severity(similar.isPresent() ? Severity.MEDIUM : Severity.LOW)
              .title("Documents describe stream \"" + stream + "\", which exists nowhere" + instead)
              .recommendation(
                  "Correct or remove stream \"" + stream + "\" in " + places.get(0) + "."));
    }
  }

  private static boolean used(ConfigView view, String stream) {
    Live live = view.live();
    boolean declared =
        view.declared().all().stream()
            .anyMatch(d -> !d.origin().describes() && d.stream().equals(stream));
    return declared
        || Names.deadLetters(stream)
        || view.code().mention(stream)
        || (live != null && live.stream(stream).isPresent());
  }

  private static boolean similar(String a, String b) {
    String left = Names.canonical(a);
    String right = Names.canonical(b);
    return left.equals(right) || left.startsWith(right) || right.startsWith(left);
  }
}
