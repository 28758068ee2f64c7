package io.streamsmonitor.report.sections;

import io.streamsmonitor.core.finding.Finding;
import io.streamsmonitor.report.text.MarkdownPage;
import io.streamsmonitor.report.text.Visible;
import java.util.stream.Collectors;

/** The code of a finding: as a diff where there is a before and an after. */
final class Snippet {
  private Snippet() {}

  static void write(Finding f, Detail detail, MarkdownPage page) {
    String before = f.text("codeSnippetBefore").stripTrailing();
    String after = f.text("codeSnippetAfter").stripTrailing();
    if (!before.isEmpty() && !after.isEmpty()) {
      String diff = marked(before, "-") + "\n" + marked(after, "+");
      page.fence("diff", Visible.cut(diff, detail.text()));
    } else if (!before.isEmpty() || !after.isEmpty()) {
      page.fence("java", Visible.cut(before.isEmpty() ? after : before, detail.text()));
    }
  }

  private static String marked(String code, String sign) {
    return code.lines().map(line -> sign + " " + line).collect(Collectors.joining("\n"));
  }
}
