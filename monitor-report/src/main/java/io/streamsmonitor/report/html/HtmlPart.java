package io.streamsmonitor.report.html;

import io.streamsmonitor.report.text.Markup;

/** One part of the page, from top to bottom. */
@FunctionalInterface
interface HtmlPart {
  void write(View view, Markup page);
}
