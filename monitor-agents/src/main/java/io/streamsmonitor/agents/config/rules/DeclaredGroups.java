package io.streamsmonitor.agents.config.rules;

import io.streamsmonitor.agents.config.ConfigView;
import io.streamsmonitor.agents.config.declare.Declaration;
import io.streamsmonitor.agents.config.declare.Declarations;
import io.streamsmonitor.agents.config.declare.Origin;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sets what code uses against what each declarer says. */
final class DeclaredGroups {
  private final ConfigView view;
  private final CodeGroups code;

  DeclaredGroups(ConfigView view, CodeGroups code) {
    this.view = view;
    this.code = code;
  }

  /**
   * The declarations that the group in code contradicts; empty where it agrees or nobody says.
   *
   * <p>Where a declarer names the service, a group that no declarer has contradicts all of them,
   * and a group that only another declarer has contradicts the one none of whose groups code uses.
   * Where nobody names the service, the declared group must be unused too: there may be readers
   * that code does not show.
   */
  List<Declaration> against(CodeGroups.Key key) {
    Declarations declared = view.declared();
    List<Declaration> own =
        key.service().isEmpty() ? List.of() : declared.groups(key.service(), key.stream());
    boolean named = own.stream().anyMatch(d -> d.group().equals(key.group()));
    if (!own.isEmpty() && !named) {
      return own;
    }
    Set<String> used = code.groups(key.service(), key.stream());
    for (Origin origin : Origin.values()) {
      List<Declaration> his = own.stream().filter(d -> d.origin() == origin).toList();
      if (!his.isEmpty() && his.stream().noneMatch(d -> used.contains(d.group()))) {
        return his;
      }
    }
    return own.isEmpty() ? unused(key) : List.of();
  }

  private List<Declaration> unused(CodeGroups.Key key) {
    List<Declaration> on =
        view.declared().all().stream()
            .filter(d -> d.sure() && d.stream().equals(key.stream()) && !d.group().isEmpty())
            .toList();
    Set<String> groups = on.stream().map(Declaration::group).collect(Collectors.toSet());
    Set<String> used = code.groups("", key.stream());
    if (groups.contains(key.group())) {
      return List.of();
    }
    return on.stream()
        .filter(d -> d.service().isEmpty() || key.service().isEmpty())
        .filter(d -> !used.contains(d.group()))
        .toList();
  }
}
