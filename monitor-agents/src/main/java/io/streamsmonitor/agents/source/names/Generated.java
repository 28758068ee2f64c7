package io.streamsmonitor.agents.source.names;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.code.TypeFacts.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What records and Lombok write: constructors, setters and builders that stand in no source. */
final class Generated {
  private final Names names;

  Generated(Names names) {
    this.names = names;
  }

  /**
   * What generated members give the field.
   *
   * @param unset whether nothing written gives it a value
   */
  List<NameValue> values(Home home, Field field, Scope in, boolean unset) {
    List<NameValue> out = new ArrayList<>();
    int index = unset ? index(home.type(), field) : -1;
    List<Field> order = order(home.type());
    if (index >= 0 && !in.tooFar()) {
      for (Site site : names.base().makes(home.type().name())) {
        if (site.args().size() == order.size() && names.calls().means(site.home(), home)) {
          out.add(names.resolve(site.args().get(index), in.out(site)));
        }
      }
    }
    TypeFacts type = home.type();
    if (type.noted("Data", "Setter") && !field.isFinal() && !field.isStatic() && !in.tooFar()) {
      called(home, Accessors.setter(field.name()), in, out);
    }
    if (type.noted("Builder", "SuperBuilder") && !field.isStatic() && !in.tooFar()) {
      built(home, field.name(), in, out);
    }
    return out;
  }

  private void called(Home home, String method, Scope in, List<NameValue> out) {
    for (Site site : names.base().calls(method)) {
      Scope there = in.out(site);
      if (site.args().size() == 1
          && names.types().of(site.target(), there).equals(home.type().name())) {
        out.add(names.resolve(site.args().get(0), there));
      }
    }
  }

  private void built(Home home, String property, Scope in, List<NameValue> out) {
    for (Site site : names.base().calls(property)) {
      if (site.args().size() == 1 && isBuilder(site.target(), home.type().name())) {
        out.add(names.resolve(site.args().get(0), in.out(site)));
      }
    }
  }

  private static boolean isBuilder(@Nullable Expr target, String type) {
    Expr at = target;
    while (at instanceof Expr.Call c) {
      if (c.name().equals("builder") && c.target() instanceof Expr.Ref r) {
        return r.name().equals(type);
      }
      at = c.target();
    }
    return false;
  }

  /** The field's place among the arguments of the generated constructor, or -1. */
  static int index(TypeFacts type, Field field) {
    return order(type).indexOf(field);
  }

  /** The fields that a generated constructor takes, in order; empty where none is generated. */
  static List<Field> order(TypeFacts type) {
    List<Field> own = type.fields().stream().filter(f -> !f.isStatic()).toList();
    if (type.kind() == TypeFacts.Kind.RECORD) {
      return own;
    }
    boolean written = type.methods(MethodFacts.CONSTRUCTOR).findAny().isPresent();
    boolean value = type.notes().stream().anyMatch(n -> n.name().equals("Value"));
    if (type.noted("AllArgsConstructor") || (value && !written)) {
      return own.stream().filter(f -> !(f.isFinal() && f.init() != null)).toList();
    }
    return type.noted("RequiredArgsConstructor") || (type.noted("Data") && !written)
        ? own.stream().filter(f -> f.isFinal() && f.init() == null).toList()
        : List.of();
  }
}
