package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.flow.Topology;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who suffers from a cause: those it hits at once first and marked, then the next ones. Where
 * streams go round in a ring everything hangs on everything, so a list of all would say nothing.
 */
final class Reach {
  private static final String STREAM = "stream:";
  private static final int NEAR = 8;
  private static final int FAR = 5;

  private Reach() {}

  static void write(RootCause cause, SessionResult r, Markup page) {
    List<String> all = cause.blastRadius();
    if (all.isEmpty()) {
      return;
    }
    Set<String> near = near(cause.synthesis(), r.topology());
    near.retainAll(new HashSet<>(all));
    List<String> far = new ArrayList<>(all);
    far.removeAll(near);
    page.open("div").element("span", "Blast radius", "class", "label");
    page.element("small", sentence(all, near, r));
    near.stream().limit(NEAR).forEach(node -> chip(node, " d", page));
    int room = near.size() < NEAR ? FAR : 0;
    far.stream().limit(room).forEach(node -> chip(node, "", page));
    int more = all.size() - Math.min(NEAR, near.size()) - Math.min(room, far.size());
    if (more > 0) {
      page.element("span", " … and " + more + " more", "class", "mute");
    }
    page.close("div");
  }

  /** {@code 2 services at once, in the end 7 of 7 services and 9 of 10 streams}. */
  private static String sentence(List<String> all, Set<String> near, SessionResult r) {
    long streams = streams(all);
    long services = all.size() - streams;
    long atOnce = near.size() - streams(near);
    String end =
        services
            + " of "
            + Span.count(Math.max(services, r.session().services().size()), "service")
            + " and "
            + streams
            + " of "
            + Span.count(Math.max(streams, r.streams().size()), "stream");
    return near.isEmpty() || near.size() == all.size()
        ? end
        : Span.count(atOnce, "service") + " at once, in the end " + end;
  }

  private static long streams(Iterable<String> nodes) {
    long streams = 0;
    for (String node : nodes) {
      streams += node.startsWith(STREAM) ? 1 : 0;
    }
    return streams;
  }

  /** Readers of the stream, or the streams of the service and their readers. */
  private static Set<String> near(Finding f, Topology topology) {
    Set<String> near = new LinkedHashSet<>();
    String stream = f.stream();
    String service = f.service();
    if (stream != null) {
      near.addAll(topology.readersOf(stream));
    } else if (service != null) {
      for (String written : topology.writtenBy(service)) {
        near.add(STREAM + written);
        near.addAll(topology.readersOf(written));
      }
    }
    return near;
  }

  private static void chip(String node, String kind, Markup page) {
    boolean stream = node.startsWith(STREAM);
    String name = View.name(stream ? node.substring(STREAM.length()) : node);
    page.element("span", name, "class", (stream ? "chip s" : "chip") + kind);
  }
}
