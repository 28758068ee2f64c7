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
import java.util.List;
import java.util.stream.Collectors;

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
      for (Requirement r : Requirement.values()) {
        requirement(r, result.checks(), detail, page);
      }
    }
    unseen(result, detail, page);
  }

  private static void matrix(SessionResult result, Detail detail, MarkdownPage page) {
    List<String> head = new ArrayList<>(List.of("Service"));
    for (Requirement r : Requirement.values()) {
      head.add(r.name() + ". " + r.title().replace("&", "and"));
    }
    Listing.table(page, head, result.checks(), detail.rows(), ObservabilityGaps::row);
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
      Requirement r, List<ServiceCheck> checks, Detail detail, MarkdownPage page) {
    List<ServiceCheck> lacking = checks.stream().filter(c -> c.of(r).lacking()).toList();
    if (lacking.isEmpty()) {
      return;
    }
    page.heading(4, r + ". " + r.title() + " (" + r.priority() + " — " + r.benefit() + ")");
    page.bullet("**What was invisible:** " + r.invisible() + ", in " + names(lacking));
    page.bullet("**Why it matters:** " + r.why());
    page.bullet("**Exact code change required:** " + r.change());
    for (ServiceCheck check : lacking.subList(0, Math.min(detail.rows() / 2, lacking.size()))) {
      List<String> places = check.places().getOrDefault(r, List.of());
      String where =
          places.isEmpty()
              ? ""
              : "; change " + places.stream().map(Md::code).collect(Collectors.joining(", "));
      String seen = check.detail().getOrDefault(r, "");
      page.bullet(Md.code(check.service()) + ": " + Md.prose(seen) + where);
    }
    page.end();
    if (detail.snippets()) {
      page.fence(r == Requirement.F ? "text" : "json", Instrumentation.example(r));
    }
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
    page.paragraph("No data is not zero: nothing below counts as healthy.");
    int text = Math.min(400, detail.text());
    for (Gap gap : result.gaps().subList(0, Math.min(detail.rows(), result.gaps().size()))) {
      String why = gap.why().isEmpty() ? "" : ": " + Md.prose(Visible.cut(gap.why(), text));
      page.bullet("**" + Md.prose(Visible.cut(gap.what(), text)) + "**" + why);
    }
    page.end();
    Listing.rest(page, result.gaps().size(), detail.rows(), "all-findings.json");
  }
}
