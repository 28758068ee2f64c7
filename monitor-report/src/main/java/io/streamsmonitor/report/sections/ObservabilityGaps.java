package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.Gap;
import io.streamsmonitor.report.Requirement;
import io.streamsmonitor.report.Seen;
import io.streamsmonitor.report.ServiceCheck;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 7. Logging &amp; Observability Gap Analysis: A to F service by service, then what went unseen.
 */
public final class ObservabilityGaps implements Section {
  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(3, "7. Logging & Observability Gap Analysis");
    if (result.checks().isEmpty()) {
      page.paragraph("No service was watched.");
    } else {
      matrix(result, detail, page);
      page.paragraph(
          "❔ no data is not a no: nothing of it was seen. – the service has no such duty."
              + unread(result.checks()));
      for (Requirement r : Requirement.values()) {
        requirement(r, result, detail, page);
      }
    }
    unseen(result, detail, page);
  }

  private static void matrix(SessionResult result, Detail detail, MarkdownPage page) {
    List<String> head = new ArrayList<>(List.of("Service"));
    for (Requirement r : Requirement.values()) {
      head.add(r.name() + ". " + r.title().replace("&", "and"));
    }
    Listing.table(
        page, head, result.checks(), detail.rows(), "REPORT_*.html", ObservabilityGaps::row);
  }

  private static List<String> row(ServiceCheck check) {
    List<String> cells = new ArrayList<>(List.of(Md.codeCell(check.service())));
    for (Requirement r : Requirement.values()) {
      Seen seen = check.of(r);
      cells.add(mark(seen) + " " + seen.words());
    }
    return cells;
  }

  private static String mark(Seen seen) {
    return switch (seen) {
      case YES -> "✅";
      case PARTLY -> "⚠️";
      case NO -> "❌";
      case NOT_NEEDED -> "–";
      case NO_DATA -> "❔";
    };
  }

  private static void requirement(
      Requirement r, SessionResult result, Detail detail, MarkdownPage page) {
    List<ServiceCheck> lacking = result.checks().stream().filter(c -> c.of(r).lacking()).toList();
    if (lacking.isEmpty()) {
      return;
    }
    page.heading(4, r + ". " + r.title() + " (" + r.priority() + " — " + r.benefit() + ")");
    page.bullet("**What was invisible:** " + r.invisible() + ", in " + names(lacking));
    page.bullet("**Why it matters:** " + r.why());
    page.bullet("**Exact code change required:** " + r.change());
    int shown = Math.min(Math.max(3, detail.rows() / 2), lacking.size());
    for (ServiceCheck check : lacking.subList(0, shown)) {
      String seen = check.detail().getOrDefault(r, "");
      String change = r == Requirement.F ? "" : "; to change: " + where(r, check, result);
      page.nested(Md.code(check.service()) + ": " + Md.prose(seen) + change);
    }
    page.end();
    Listing.rest(page, lacking.size(), shown, "REPORT_*.html");
    if (detail.snippets()) {
      String example = Instrumentation.example(r, lacking.get(0).service(), result.topology());
      page.fence(r == Requirement.F ? "text" : "json", example);
    }
  }

  /** Of which services no file can be named, and what would help. */
  private static String unread(List<ServiceCheck> checks) {
    List<ServiceCheck> unread =
        checks.stream()
            .filter(c -> c.places().values().stream().allMatch(List::isEmpty))
            .filter(c -> c.seen().values().stream().anyMatch(Seen::lacking))
            .toList();
    return unread.isEmpty()
        ? ""
        : " No source with calls of Redis Streams was read of "
            + names(unread)
            + ": name its folder under `sources` of the service in monitor.yml; until then this"
            + " section can say what to change there, not in which file.";
  }

  /** The files; where none is known, what the code that is to be changed does. */
  private static String where(Requirement r, ServiceCheck check, SessionResult result) {
    List<String> places = check.places().getOrDefault(r, List.of());
    if (!places.isEmpty() && r == Requirement.E) {
      return "the start and the shutdown of what "
          + codes(places.stream().map(p -> p.replaceFirst(":\\d+$", "")).distinct().toList())
          + " belongs to";
    }
    if (!places.isEmpty()) {
      return places.stream()
          .map(place -> Md.code(place) + deed(check.deeds().get(place)))
          .collect(Collectors.joining(", "));
    }
    Set<String> writes = result.topology().writtenBy(check.service());
    Set<String> reads = result.topology().readBy(check.service());
    List<String> code = new ArrayList<>();
    boolean writing = r == Requirement.A || r == Requirement.C;
    boolean reading = r == Requirement.C || r == Requirement.D || (writing && writes.isEmpty());
    if (writing && !writes.isEmpty()) {
      code.add("its XADD on " + codes(writes));
    }
    if (reading && !reads.isEmpty()) {
      code.add("its reading of " + codes(reads));
    }
    String what =
        code.isEmpty()
            ? switch (r) {
              case B -> "the set-up of its logger";
              case E -> "its start and its shutdown";
              default -> "its calls of Redis Streams";
            }
            : String.join(" and ", code);
    return what;
  }

  private static String deed(@Nullable String deed) {
    return deed == null ? "" : " (" + Md.prose(deed) + ")";
  }

  private static String codes(Collection<String> names) {
    return names.stream().limit(5).map(Md::code).collect(Collectors.joining(", "));
  }

  private static String names(List<ServiceCheck> checks) {
    String names =
        checks.stream().limit(10).map(c -> Md.code(c.service())).collect(Collectors.joining(", "));
    return checks.size() > 10 ? names + " and " + (checks.size() - 10) + " more" : names;
  }

  private static void unseen(SessionResult result, Detail detail, MarkdownPage page) {
    page.heading(4, "What this session could not see");
    if (result.gaps().isEmpty()) {
      page.paragraph("Nothing is known to have been missed.");
      return;
    }
    page.paragraph("Nothing below counts as healthy, and no number above includes it.");
    int text = Math.min(400, detail.text());
    for (Gap gap : result.gaps().subList(0, Math.min(detail.rows(), result.gaps().size()))) {
      String why = gap.why().isEmpty() ? "" : ": " + Md.prose(Visible.cut(gap.why(), text));
      page.bullet("**" + Md.prose(Visible.cut(gap.what(), text)) + "**" + why);
    }
    page.end();
    Listing.rest(page, result.gaps().size(), detail.rows(), "all-findings.json");
  }
}
