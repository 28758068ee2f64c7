package io.streamsmonitor.agents.config.rules;

import io.streamsmonitor.agents.config.declare.CodeUse;
import io.streamsmonitor.agents.config.declare.CodeUses;
import io.streamsmonitor.agents.source.StreamUse.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups that code certainly uses on streams that are certain. */
final class CodeGroups {

  /** Who uses which group on which stream. */
  record Key(String service, String stream, String group) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::service).thenComparing(Key::stream).thenComparing(Key::group);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private final Map<Key, List<CodeUse>> uses = new TreeMap<>();

  CodeGroups(CodeUses code) {
    for (CodeUse use : code.of(Op.GROUP_READ, Op.CREATE_GROUP, Op.ACK, Op.CLAIM)) {
      if (!use.streamText().isEmpty() && !use.groupText().isEmpty()) {
        Key key = new Key(use.service(), use.streamText(), use.groupText());
        uses.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
      }
    }
  }

  Set<Key> keys() {
    return uses.keySet();
  }

  List<CodeUse> uses(Key key) {
    return uses.getOrDefault(key, List.of());
  }

  /** Groups of the stream; of one service, or of all where it is "". */
  Set<String> groups(String service, String stream) {
    Set<String> groups = new TreeSet<>();
    for (Key key : keys()) {
      if (key.stream().equals(stream) && (service.isEmpty() || key.service().equals(service))) {
        groups.add(key.group());
      }
    }
    return groups;
  }
}
