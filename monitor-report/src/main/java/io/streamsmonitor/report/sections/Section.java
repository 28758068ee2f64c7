package io.streamsmonitor.report.sections;

import io.streamsmonitor.report.SessionResult;
import io.streamsmonitor.report.text.MarkdownPage;

/** One section of the written report. It reads the result and decides nothing. */
@FunctionalInterface
public interface Section {
  /** Writes itself, no longer than the detail allows, and says what it left out. */
  void write(SessionResult result, Detail detail, MarkdownPage page);
}
