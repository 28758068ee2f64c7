package io.streamsmonitor.report.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.core.redact.Redactor;
import io.streamsmonitor.report.SampleSession;
import io.streamsmonitor.report.text.Mermaid;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceMermaidTest {
  @TempDir Path folder;

  @Test
  void drawsServicesAndStreamsAsPartiesAndAnArrowAnEvent() throws Exception {
    SampleSession.sick(folder).read();

    String drawing = TraceMermaid.of(Trace.of(folder, "corr-2", Redactor.NONE));

    assertThat(drawing)
        .startsWith("sequenceDiagram\n  participant p0 as mail\n")
        .contains("participant p2 as stream orders")
        .contains("p1->>p2: T+0:11 published")
        .contains("p2->>p3: T+0:11 consumed")
        .contains("Note over p4: Published, no consumption logged");
  }

  @Test
  void saysHowMuchItLeavesOutAndLetsNoLineBreakOut() throws Exception {
    SampleSession session = new SampleSession(folder);
    String[] lines = new String[400];
    java.util.Arrays.fill(lines, "order c1 taken; end %%{init}%% <script>");
    session.log("a", lines);
    session.read();

    String drawing = TraceMermaid.of(Trace.of(folder, "c1", Redactor.NONE));

    assertThat(drawing.length()).isLessThanOrEqualTo(Mermaid.LIMIT);
    assertThat(drawing).contains("more events").doesNotContain("<", "%%", ";");
  }
}
