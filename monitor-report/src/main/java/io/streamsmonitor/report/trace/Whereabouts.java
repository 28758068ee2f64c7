package io.streamsmonitor.report.trace;

import io.streamsmonitor.core.model.GroupSnapshot;
import io.streamsmonitor.core.model.PendingEntry;
import io.streamsmonitor.core.model.StreamId;
import io.streamsmonitor.core.model.StreamSnapshot;
import io.streamsmonitor.report.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where Redis had an entry at the end of the session, as far as one group is concerned. Needs no
 * word of the services.
 *
 * @param state in words, such as {@code pending with c-1, delivered 4 times, idle 22 s}
 */
public record Whereabouts(String stream, String messageId, String group, String state) {

  /** Of the entries of these ids, stream by stream; a group that is done with one is left out. */
  static List<Whereabouts> of(Collection<String> messageIds, Collection<StreamSnapshot> streams) {
    List<Whereabouts> out = new ArrayList<>();
    for (String messageId : messageIds) {
      StreamId id = StreamId.tryParse(messageId);
      for (StreamSnapshot s : streams) {
        for (GroupSnapshot g : id == null ? List.<GroupSnapshot>of() : s.groups()) {
          for (PendingEntry e : g.entries()) {
            if (e.id().equals(id)) {
              out.add(new Whereabouts(s.name().display(), messageId, g.name().display(), state(e)));
            }
          }
        }
      }
    }
    return out;
  }

  private static String state(PendingEntry e) {
    return "pending with "
        + e.consumer().display()
        + ", delivered "
        + (e.deliveries() == 1 ? "once" : e.deliveries() + " times")
        + ", idle "
        + Span.ofMillis(e.idleMs())
        + (e.payloadGone() ? ", its payload is gone" : "");
  }
}
