package io.streamsmonitor.agents.config.declare;

import io.streamsmonitor.agents.config.read.ServiceMap;
import io.streamsmonitor.agents.config.read.Settings;
import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.SourceFacts;
import io.streamsmonitor.agents.source.StreamUse;
import io.streamsmonitor.agents.source.StreamUse.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What code, tests apart, does with streams, its names resolved with the configuration. */
public final class CodeUses {
  private final List<CodeUse> uses;

  public CodeUses(SourceFacts facts, ServiceMap services, Settings settings) {
    List<CodeUse> resolved = new ArrayList<>();
    for (StreamUse use : facts.streams()) {
      if (!use.test()) {
        String service = use.service().isEmpty() ? services.of(use.at().file()) : use.service();
        NameValue group = use.group();
        resolved.add(
            new CodeUse(
                service,
                use,
                resolve(service, use.stream(), settings),
                group == null ? null : resolve(service, group, settings)));
      }
    }
    this.uses = List.copyOf(resolved);
  }

  public List<CodeUse> all() {
    return uses;
  }

  public List<CodeUse> of(Op... ops) {
    Set<Op> wanted = Set.of(ops);
    return uses.stream().filter(u -> wanted.contains(u.use().op())).toList();
  }

  /** Names of streams that code fixes, sorted; those with holes among them. */
  public Set<String> streams() {
    Set<String> names = new TreeSet<>();
    uses.forEach(
        u -> {
          names.addAll(u.stream().texts());
          names.addAll(u.stream().patterns());
        });
    return names;
  }

  /** Names of groups that code fixes, sorted. */
  public Set<String> groups() {
    Set<String> names = new TreeSet<>();
    for (CodeUse use : uses) {
      CodeName group = use.group();
      if (group != null) {
        names.addAll(group.texts());
        names.addAll(group.patterns());
      }
    }
    return names;
  }

  public boolean mention(String stream) {
    return uses.stream().anyMatch(u -> u.stream().mayBe(stream));
  }

  /** Whether every name of a stream in code is known. */
  public boolean complete() {
    return !uses.isEmpty() && uses.stream().allMatch(u -> u.stream().certain());
  }

  private static CodeName resolve(String service, NameValue name, Settings settings) {
    if (name instanceof NameValue.Const c) {
      return one(c.text());
    }
    if (name instanceof NameValue.Template t) {
      return new CodeName(List.of(), List.of(t.pattern()), true);
    }
    if (name instanceof NameValue.OneOf options) {
      return either(options.options().stream().map(o -> resolve(service, o, settings)).toList());
    }
    if (name instanceof NameValue.Setting c) {
      Optional<String> value =
          Optional.ofNullable(c.value())
              .or(() -> settings.value(service, c.key()).map(v -> v.text()))
              .or(() -> Optional.ofNullable(c.fallback()));
      return value.map(CodeUses::one).orElse(CodeName.UNKNOWN);
    }
    if (name instanceof NameValue.Env e) {
      return settings
          .value(service, e.name())
          .map(v -> v.text())
          .or(() -> Optional.ofNullable(e.fallback()))
          .map(CodeUses::one)
          .orElse(CodeName.UNKNOWN);
    }
    return CodeName.UNKNOWN;
  }

  private static CodeName one(String text) {
    return new CodeName(List.of(text), List.of(), true);
  }

  private static CodeName either(List<CodeName> options) {
    return new CodeName(
        options.stream().flatMap(o -> o.texts().stream()).distinct().toList(),
        options.stream().flatMap(o -> o.patterns().stream()).distinct().toList(),
        options.stream().allMatch(CodeName::certain));
  }
}
