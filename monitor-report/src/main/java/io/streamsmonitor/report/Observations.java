package io.streamsmonitor.report;

import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.core.session.SessionRecord;
import io.streamsmonitor.report.flow.FlowAssembler;
import io.streamsmonitor.report.flow.FlowRecord;
import io.streamsmonitor.report.flow.StreamReaders;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.flow.Wired;
import io.streamsmonitor.report.log.Lifecycle;
import io.streamsmonitor.report.log.LifecycleEvent;
import io.streamsmonitor.report.log.LogFile;
import io.streamsmonitor.report.log.LogSurvey;
import io.streamsmonitor.report.log.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What logs and polls of a session folder say; every log is read once. */
record Observations(
    Map<String, LogSurvey> logs, FlowRecord flows, Topology topology, PollSeries polls) {
  static Observations of(SessionRecord session) throws IOException {
    List<StreamSnapshot> state =
        session.finalState().isEmpty() ? session.baseline() : session.finalState();
    StreamReaders readers = new StreamReaders(state);
    Topology topology = new Topology();
    Wired wired = Wired.of(session.workspace());
    wired.tell(topology, readers);
    FlowAssembler flows = new FlowAssembler(readers, session.time("DEADLINE"));
    Set<String> names = new TreeSet<>(wired.writers().keySet());
    names.addAll(wired.readers().keySet());
    state.forEach(s -> names.add(s.name().display()));
    List<LogFile> files = LogFile.in(session.workspace(), session.services());
    Map<String, LogSurvey> logs =
        Timeline.read(files, names, event -> draw(flows.accept(event), topology));
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

  private static void draw(@Nullable LifecycleEvent event, Topology topology) {
    if (event == null) {
      return; // a plain line that is about nothing that is known
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
      List<String> groups = s.groups().stream().map(g -> g.name().display()).toList();
      if (topology.readersWithout(stream, groups).isEmpty()) {
        groups.stream()
            .filter(group -> topology.ownersOf(stream, group).isEmpty())
            .forEach(group -> topology.reads("group " + group, stream, group));
      }
    }
  }
}
