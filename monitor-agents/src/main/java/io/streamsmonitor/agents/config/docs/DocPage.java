package io.streamsmonitor.agents.config.docs;

import java.util.List;

/**
 * A Markdown page.
 *
 * @param service whose folder it lies in, or ""
 */
public record DocPage(
    String file,
    String service,
    List<DocTable> tables,
    List<DocTable.Heading> headings,
    List<DocWord> words,
    String text) {

  public DocPage {
    tables = List.copyOf(tables);
    headings = List.copyOf(headings);
    words = List.copyOf(words);
  }
}
