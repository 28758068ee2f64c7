package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The session as this page shows it.
 *
 * @param causes with their chains, of all that there are
 * @param findings in the list, worst first: all that is no root cause of its own
 * @param more findings that the list leaves out
 * @param targets ids of what stands on the page and can be gone to
 */
record View(
    SessionResult result,
    Room room,
    List<RootCause> causes,
    List<Finding> findings,
    int more,
    Set<String> targets) {
  private static final int NAME = 80;
  private static final int TITLE = 240;

  static View of(SessionResult result, Room room) {
    List<RootCause> causes = result.causes().stream().limit(room.causes()).toList();
    Set<String> shown = new HashSet<>();
    causes.forEach(c -> shown.add(c.synthesis().findingId()));
    List<Finding> rest =
        result.open().stream().filter(f -> !shown.contains(f.findingId())).toList();
    List<Finding> listed = rest.subList(0, Math.min(room.findings(), rest.size()));
    listed.forEach(f -> shown.add(f.findingId()));
    return new View(result, room, causes, listed, rest.size() - listed.size(), shown);
  }

  @Nullable Instant start() {
    return result.session().time("START");
  }

  String since(@Nullable Instant at) {
    return Span.since(start(), at);
  }

  /** A finding's id, as a link where the finding is on the page. */
  void id(String findingId, Markup page) {
    if (targets.contains(findingId)) {
      page.element("a", name(findingId), "class", "id", "href", "#" + Anchors.of(findingId));
    } else {
      page.element("span", name(findingId), "class", "id");
    }
  }

  /** A place in a file, the file's own name marked; it breaks at its slashes alone. */
  static void place(Object place, Markup page) {
    String text = Visible.cut(place.toString(), 2 * TITLE);
    int name = text.lastIndexOf('/') + 1;
    page.open("code");
    for (String folder : text.substring(0, name).split("(?<=/)", -1)) {
      if (!folder.isEmpty()) {
        page.text(folder).empty("wbr");
      }
    }
    page.element("b", text.substring(name)).close("code");
  }

  /** The name of a stream, a service, a group: short, whoever gave it. */
  static String name(@Nullable String name) {
    return name == null ? "" : Visible.cut(name, NAME);
  }

  /** At most so many characters, with a sign that there are more: for drawings. */
  static String clip(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(most - 2)) ? most - 2 : most - 1;
    return name.substring(0, end) + "…";
  }

  static String title(Finding f) {
    return Visible.cut(f.title(), TITLE);
  }

  /** Says what is left out, where something is. */
  static void rest(long count, String what, Markup page) {
    if (count > 0) {
      page.element("p", "… and " + count + " more " + what + ".", "class", "mute").newline();
    }
  }
}
