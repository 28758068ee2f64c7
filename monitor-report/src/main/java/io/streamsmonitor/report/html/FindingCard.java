package io.streamsmonitor.report.html;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.text.Markup;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finding to unfold: what was seen, why, what to do, and the facts. The first ones hold all there
 * is, the others the gist; what a rule says every time is said once.
 */
final class FindingCard {
  private static final int GIST = 200;

  private final View view;
  private final FindingFilter filter;
  private final Map<String, String> said = new HashMap<>();
  private int written;

  FindingCard(View view, FindingFilter filter) {
    this.view = view;
    this.filter = filter;
  }

  void write(Finding f, Markup page) {
    boolean full = written++ < view.room().full();
    page.open("details", "class", filter.by(f)).open("summary");
    page.element("span", f.findingId(), "class", "id").text(View.title(f));
    String party = party(f);
    if (!party.isEmpty() && !f.title().contains(party)) {
      page.element("small", View.name(party));
    }
    page.close("summary");
    page.open("div", "class", full ? "what" : "gist", "id", Anchors.of(f.findingId()));
    if (full) {
      int text = view.room().text();
      page.open("div");
      words(f, 2 * text, text, page);
      if (f.severity().atLeast(Severity.MEDIUM)) {
        snippets(f, text, page);
      }
      page.close("div");
      FindingFacts.write(f, view, page);
    } else {
      int text = Math.min(GIST, view.room().text());
      words(f, text, text, page);
      gist(f, page);
    }
    page.close("div").close("details").newline();
  }

  private static String party(Finding f) {
    String service = f.service();
    String stream = f.stream();
    return service != null ? service : stream != null ? stream : "";
  }

  private void gist(Finding f, Markup page) {
    String seen = view.since(f.firstSeen()) + ", " + Span.count(f.occurrences(), "time");
    page.open("p", "class", "mute").text(View.name(f.ruleId()) + " · " + seen + " ");
    f.locations().stream().limit(1).forEach(at -> View.place(at, page));
    page.close("p");
  }

  private void words(Finding f, int quote, int text, Markup page) {
    block(f.evidence(), "", quote, page);
    String why = f.text("hypothesis");
    String act = f.text("recommendation");
    String first = why.length() + act.length() < GIST / 2 ? null : before(why + act, f);
    if (first == null) {
      sentence("Why: ", why, text, page);
      sentence("Do: ", act, text, page);
    } else {
      as("Why and what to do: as for ", first, page);
    }
  }

  /** Before and after; the same pair is shown once. */
  private void snippets(Finding f, int text, Markup page) {
    String was = f.text("codeSnippetBefore");
    String then = f.text("codeSnippetAfter");
    String first = was.length() + then.length() == 0 ? null : before(was + then, f);
    if (first == null) {
      block(was, "was", text, page);
      block(then, "then", text, page);
    } else {
      as("Change: as for ", first, page);
    }
  }

  /** The finding that has said so before, or null where this one is the first. */
  private @Nullable String before(String words, Finding f) {
    return said.putIfAbsent(words, f.findingId());
  }

  private void as(String words, String findingId, Markup page) {
    page.open("p").text(words);
    view.id(findingId, page);
    page.close("p");
  }

  private static void block(String text, String kind, int room, Markup page) {
    if (!text.isEmpty()) {
      page.open("pre", kind.isEmpty() ? new Object[0] : new Object[] {"class", kind});
      page.text(Visible.cut(text, room)).close("pre");
    }
  }

  private static void sentence(String what, String words, int room, Markup page) {
    if (!words.isEmpty()) {
      page.open("p").element("b", what).text(Visible.cut(words, room)).close("p");
    }
  }
}
