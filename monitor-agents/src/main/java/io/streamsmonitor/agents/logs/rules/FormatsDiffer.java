package io.streamsmonitor.agents.logs.rules;

import com.google.auto.service.AutoService;
import io.streamsmonitor.agents.logs.parse.LineFormat;
import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.agents.logs.window.ServiceLog;
import io.streamsmonitor.core.finding.Draft;
import io.streamsmonitor.core.finding.RuleInfo;
import io.streamsmonitor.core.finding.Severity;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Services of one fleet log in different formats. */
@AutoService(LogRule.class)
public final class FormatsDiffer implements LogRule {
  static final RuleInfo INFO =
      RuleInfo.of(
          "log.formats-differ",
          "DOC_DRIFT",
          Severity.LOW,
          "Services log in different formats",
          "One correlation id cannot be followed across services when some of them write plain text.",
          "Let every service log JSON with level, timestamp, service, correlationId, traceId, event and message.");

  private static final int ENOUGH = 5;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LogWindow window, Consumer<Draft> out) {
    List<ServiceLog> known =
        window.services().stream().filter(s -> s.formats().total() >= ENOUGH).toList();
    long formats = known.stream().map(s -> s.formats().main()).distinct().count();
    boolean structured = known.stream().anyMatch(s -> s.formats().main().structured());
    if (formats < 2 || !structured) {
      return;
    }
    for (ServiceLog service : known) {
      LineFormat main = service.formats().main();
      long same = known.stream().filter(s -> s.formats().main() == main).count();
      boolean odd = main == LineFormat.TEXT || same * 2 < known.size();
      if (odd && service.formats().example(main) != null) {
        out.accept(draft(service, main, known));
      }
    }
  }

  private static Draft draft(ServiceLog service, LineFormat main, List<ServiceLog> known) {
    String others =
        known.stream()
            .filter(s -> s != service)
            .map(s -> s.name() + ": " + s.formats().words())
            .collect(Collectors.joining("; "));
    return LogDraft.quoting(
            Draft.of(INFO), java.util.Objects.requireNonNull(service.formats().example(main)))
        .service(service.name())
        .occurrences(1)
        .title(service.name() + " logs " + main.words() + ", other services do not")
        .detail("pattern", service.name() + ": " + service.formats().words() + "; " + others)
        .detail("formats", service.formats().words())
        .hypothesis(service.name() + " does not use the logger the other services share.");
  }
}
