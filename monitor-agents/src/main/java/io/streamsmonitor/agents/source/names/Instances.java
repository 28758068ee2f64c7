package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.code.TypeFacts.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Getters of one known object: an enum's constant, or a constant that is made where it stands. */
final class Instances {
  private final Names names;

  Instances(Names names) {
    this.names = names;
  }

  private record Instance(Home home, String name, List<Expr> args, Scope scope) {}

  /** What the getter gives for the object; null where the target is no such object. */
  @Nullable NameValue value(Expr.Call call, Scope scope) {
    if (!call.args().isEmpty() || call.target() == null) {
      return null;
    }
    Instance instance = instance(call.target(), scope);
    if (instance == null) {
      return null;
    }
    TypeFacts type = instance.home().type();
    boolean written = type.methods(call.name()).findAny().isPresent();
    if (type.kind() == TypeFacts.Kind.ENUM
        && !written
        && (call.name().equals("name") || call.name().equals("toString"))) {
      return new NameValue.Const(instance.name());
    }
    String property = returnedField(type, call.name());
    return type.field(property).map(f -> field(instance, f)).orElse(null);
  }

  private @Nullable Instance instance(Expr target, Scope scope) {
    Optional<Home> owner;
    String name;
    if (target instanceof Expr.Member m) {
      owner = names.types().home(m.owner(), scope);
      name = m.name();
    } else if (target instanceof Expr.Ref r
        && Types.local(scope.method(), r.name(), scope.pos()) == null) {
      owner =
          names.base().lineage(scope.home()).stream()
              .filter(h -> h.type().field(r.name()).isPresent())
              .findFirst();
      name = r.name();
    } else {
      return null;
    }
    Field field = owner.flatMap(h -> h.type().field(name)).orElse(null);
    if (owner.isEmpty()
        || field == null
        || !field.isFinal()
        || !(field.init() instanceof Expr.Make make)) {
      return null;
    }
    Scope there = Fields.initialisers(owner.get(), scope);
    return names
        .base()
        .type(owner.get(), make.type())
        .map(h -> new Instance(h, name, make.args(), there))
        .orElse(null);
  }

  private static String returnedField(TypeFacts type, String getter) {
    return type.methods(getter)
        .filter(m -> m.returns().size() == 1)
        .map(m -> m.returns().get(0))
        .map(r -> r instanceof Expr.Ref x ? x.name() : r instanceof Expr.Member x ? x.name() : "")
        .findFirst()
        .orElse(Accessors.property(getter));
  }

  private @Nullable NameValue field(Instance instance, Field field) {
    int index = Generated.index(instance.home().type(), field);
    if (index < 0) {
      index = assignedIndex(instance, field);
    }
    return index < 0 || index >= instance.args().size()
        ? null
        : names.resolve(instance.args().get(index), instance.scope());
  }

  private static int assignedIndex(Instance instance, Field field) {
    return instance
        .home()
        .type()
        .methods(MethodFacts.CONSTRUCTOR)
        .filter(c -> c.params().size() == instance.args().size())
        .flatMap(
            c ->
                c.assignments().stream()
                    .filter(
                        a -> Fields.isField(a.target(), field.name(), c, a.pos(), instance.home()))
                    .map(a -> a.value() instanceof Expr.Ref r ? c.paramIndex(r.name()) : -1))
        .findFirst()
        .orElse(-1);
  }
}
