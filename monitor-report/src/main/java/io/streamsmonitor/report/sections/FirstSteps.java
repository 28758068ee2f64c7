package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.core.finding.Severity;
import io.streamsmonitor.report.RootCause;
import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Md;
import io.streamsmonitor.report.text.Span;
import io.streamsmonitor.report.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Before everything else: what to do first, and how far the verdict can be trusted. */
public final class FirstSteps implements Section {
  private static final int CAUSES = 3;
  private static final int ALONE = 3;
  private static final int TEXT = 300;

  @Override
  public void write(SessionResult result, Detail detail, MarkdownPage page) {
    List<Finding> steps = steps(result);
    if (steps.isEmpty()) {
      page.paragraph("Nothing is urgent.");
    } else {
      page.paragraph("**Do first:**");
    }
    int number = 1;
    for (Finding f : steps) {
      page.item(number++, step(f));
    }
    page.end();
    blind(result, page);
  }

  private static List<Finding> steps(SessionResult result) {
    List<Finding> steps = new ArrayList<>();
    result.causes().stream().map(RootCause::synthesis).limit(CAUSES).forEach(steps::add);
    Map<String, Finding> alone = new LinkedHashMap<>();
    for (Finding f : result.unexplained()) {
      if (f.severity() == Severity.CRITICAL || steps.isEmpty()) {
        alone.putIfAbsent(f.title(), f);
      }
    }
    alone.values().stream().limit(ALONE).forEach(steps::add);
    return steps;
  }

  private static String step(Finding f) {
    String fix = f.text("recommendation");
    String place = f.locations().isEmpty() ? "" : ", " + Md.code(f.locations().get(0).toString());
    return "**"
        + Md.prose(Visible.cut(f.title(), TEXT))
        + "** ("
        + f.severity()
        + ", "
        + f.findingId()
        + place
        + ")"
        + (fix.isEmpty() ? "" : "  \n   " + Md.prose(Visible.cut(fix, TEXT)));
  }

  private static void blind(SessionResult result, MarkdownPage page) {
    List<Finding> blind = result.blind();
    if (!blind.isEmpty()) {
      page.paragraph(
          "⚠️ **The verdict covers only what was seen.** Not seen: "
              + Md.prose(Visible.cut(blind.get(0).title().replaceFirst("^Not seen: ", ""), TEXT))
              + (blind.size() == 1 ? "" : " (and " + (blind.size() - 1) + " more)")
              + ". Section 7 lists every gap.");
    } else if (!result.gaps().isEmpty()) {
      page.paragraph(
          Span.count(result.gaps().size(), "thing")
              + (result.gaps().size() == 1 ? " was" : " were")
              + " not seen; section 7 lists "
              + (result.gaps().size() == 1 ? "it." : "them."));
    }
  }
}
