package io.streamsmonitor.report.trace;

import java.util.Collection;

/** A prefix that begins more than one id. */
public final class AmbiguousId extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  AmbiguousId(String prefix, Collection<String> ids) {
    super(
        "\""
            + prefix
            + "\" begins "
            + ids.size()
            + " ids or more; give more of it: "
            + String.join(", ", ids.stream().limit(5).toList()));
  }
}
