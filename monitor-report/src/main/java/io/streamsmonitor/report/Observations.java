package io.streamsmonitor.report;

import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.flow.FlowAssembler;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.StreamReaders;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.log.LogFile;
import io.streamsmonitor.report.log.LogSurvey;
import io.streamsmonitor.report.log.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What logs and polls of a session folder say; every log is read once. */
record Observations(
    Map<String, LogSurvey> logs, FlowRecord flows, Topology topology, PollSeries polls) {
  static Observations of(SessionRecord session) throws IOException {
    List<StreamSnapshot> state =
        session.finalState().isEmpty() ? session.baseline() : session.finalState();
    FlowAssembler flows = new FlowAssembler(new StreamReaders(state), session.time("DEADLINE"));
    Topology topology = new Topology();
    List<LogFile> files = LogFile.in(session.workspace(), session.services());
    Map<String, LogSurvey> logs =
        Timeline.read(
            files,
            state.stream().map(s -> s.name().display()).toList(),
            event -> {
              flows.accept(event);
              draw(event, topology);
            });
    logs.forEach(
        (service, log) -> {
          log.published().forEach(stream -> topology.writes(service, stream));
          log.subscribed().forEach(stream -> topology.reads(service, stream));
        });
    List<String> subscribed =
        logs.values().stream().flatMap(log -> log.subscribed().stream()).distinct().toList();
    unknownReaders(state, topology);
    return new Observations(
        logs, flows.finish(subscribed), topology, PollSeries.read(session.workspace().polls()));
  }

  private static void draw(LifecycleEvent event, Topology topology) {
    if (event.stream().isEmpty()) {
      return; // a plain line that names an entry, not its stream
    }
    if (event.kind() == Lifecycle.PUBLISH) {
      topology.writes(event.service(), event.stream());
    } else {
      topology.reads(event.service(), event.stream(), event.group());
    }
  }

  /** A group that no service claims still reads: it stands for itself. */
  private static void unknownReaders(List<StreamSnapshot> state, Topology topology) {
    for (StreamSnapshot s : state) {
      String stream = s.name().display();
      if (topology.readersOf(stream).isEmpty()) {
        s.groups().forEach(g -> topology.reads("group " + g.name().display(), stream));
      }
    }
  }
}
