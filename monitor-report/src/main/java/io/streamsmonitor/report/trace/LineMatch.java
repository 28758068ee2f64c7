package io.streamsmonitor.report.trace;

import io.streamsmonitor.report.log.LogFields;
import org.jspecify.annotations.Nullable;

/** Decides which lines belong to a trace, and to which id. */
interface LineMatch {
  /** Whether the line may belong to it; what says no is not looked at again. */
  boolean names(String text);

  /** The full id that the line is about, or null. */
  @Nullable String in(String text, @Nullable LogFields fields);
}
