package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The arguments of a command in the order of the wire, options as words among them. */
final class WireWords {
  private static final Set<String> FLAGS =
      Set.of("NOMKSTREAM", "KEEPREF", "DELREF", "ACKED", "MAXLEN", "MINID", "LIMIT");

  private final List<Expr> args = new ArrayList<>();
  private boolean spread;

  WireWords(List<Expr> given, Arguments a) {
    for (Expr one : given) {
      // One argument alone is an array of all of them.
      boolean all = given.size() == 1 && (one instanceof Expr.Ref || one instanceof Expr.Items);
      Expr e = all ? new Expr.Each(one, one.pos()) : one;
      if (e instanceof Expr.Each each) {
        Expr list = each.of() instanceof Expr.Ref r && grows(r, a) ? each : a.behind(each.of());
        if (list instanceof Expr.Items items) {
          args.addAll(items.elements());
          continue;
        }
        spread = true;
      }
      args.add(e);
    }
  }

  /** Whether elements are put into the array after it was declared. */
  private static boolean grows(Expr.Ref array, Arguments a) {
    return a.scope.method().calls().stream()
        .anyMatch(
            c ->
                Set.of("push", "unshift", "splice").contains(c.name())
                    && c.target() instanceof Expr.Ref r
                    && r.name().equals(array.name()));
  }

  /** The n-th argument; null where it is not known which one that is. */
  @Nullable Expr arg(int n) {
    for (int i = 0; i <= Math.min(n, args.size() - 1); i++) {
      if (args.get(i) instanceof Expr.Each) {
        return null;
      }
    }
    return n < args.size() ? args.get(n) : null;
  }

  private String word(int n) {
    return n < args.size() && args.get(n) instanceof Expr.Text t
        ? t.value().toUpperCase(Locale.ROOT)
        : "";
  }

  /** What is spread may hold any option. */
  private Shape unseen(Shape shape, int pos) {
    return spread ? shape.options(new Expr.Opaque("spread", pos)) : shape;
  }

  Shape add(Shape shape, int pos) {
    shape.stream(arg(0));
    if (!args.isEmpty() && args.get(0) instanceof Expr.Each) {
      shape.options(new Expr.Opaque("spread", pos));
    }
    int i = 1;
    while (i < args.size()) {
      String word = word(i);
      if (args.get(i) instanceof Expr.Each) {
        shape.options(new Expr.Opaque("spread", pos));
        i++;
      } else if (FLAGS.contains(word)) {
        i = trimming(shape, i, pos);
      } else {
        break;
      }
    }
    shape.id(i < args.size() ? args.get(i) : null);
    args.subList(Math.min(i + 1, args.size()), args.size()).forEach(shape::payload);
    return shape;
  }

  /** One option with its words; says where the next argument is. */
  private int trimming(Shape shape, int at, int pos) {
    String word = word(at);
    if (!word.equals("MAXLEN") && !word.equals("MINID") && !word.equals("LIMIT")) {
      shape.inline(word.toLowerCase(Locale.ROOT), null, pos);
      return at + 1;
    }
    int i = at + 1;
    if (word(i).equals("~") || word(i).equals("=")) {
      if (word(i).equals("~")) {
        shape.inline("approximatetrimming", null, pos);
      }
      i++;
    }
    shape.inline(word.toLowerCase(Locale.ROOT), i < args.size() ? args.get(i) : null, pos);
    return i + 1;
  }

  Shape read(Shape shape, int pos) {
    int i = 0;
    while (i < args.size() && !word(i).equals("STREAMS")) {
      switch (word(i)) {
        case "GROUP" -> {
          shape.group(i + 1 < args.size() ? args.get(i + 1) : null);
          shape.consumer(i + 2 < args.size() ? args.get(i + 2) : null);
          i += 3;
        }
        case "COUNT", "BLOCK" -> {
          String name = word(i).toLowerCase(Locale.ROOT);
          shape.inline(name, i + 1 < args.size() ? args.get(i + 1) : null, pos);
          i += 2;
        }
        case "NOACK" -> {
          shape.inline("noack", null, pos);
          i++;
        }
        default -> {
          if (args.get(i) instanceof Expr.Each || !(args.get(i) instanceof Expr.Text)) {
            shape.options(new Expr.Opaque("spread", pos));
          }
          i++;
        }
      }
    }
    List<Expr> rest = args.subList(Math.min(i + 1, args.size()), args.size());
    if (rest.stream().anyMatch(e -> e instanceof Expr.Each)) {
      Expr last = rest.get(rest.size() - 1);
      return last instanceof Expr.Each ? shape : shape.id(last);
    }
    for (int n = 0; n < rest.size() / 2; n++) {
      shape.stream(rest.get(n));
    }
    return rest.isEmpty() ? unseen(shape, pos) : shape.id(rest.get(rest.size() - 1));
  }

  /** {@code XGROUP CREATE}; other subcommands are only about the stream. */
  Shape group(Shape create, Shape other, int pos) {
    if (!word(0).equals("CREATE")) {
      return other.stream(arg(1));
    }
    create.stream(arg(1)).group(arg(2)).id(arg(3));
    for (int i = 4; i < args.size(); i++) {
      if (word(i).equals("MKSTREAM") || !(args.get(i) instanceof Expr.Text)) {
        create.inline("mkstream", null, pos);
      }
    }
    return unseen(create, pos);
  }

  Shape trim(Shape shape, int pos) {
    shape.stream(arg(0));
    if (args.size() > 1 && FLAGS.contains(word(1))) {
      trimming(shape, 1, pos);
    } else {
      shape.options(new Expr.Opaque("words", pos));
    }
    return shape;
  }

  Shape range(Shape shape, int pos) {
    shape.stream(arg(0)).id(arg(1));
    for (int i = 3; i < args.size(); i++) {
      if (word(i).equals("COUNT")) {
        shape.inline("count", i + 1 < args.size() ? args.get(i + 1) : null, pos);
      }
    }
    return unseen(shape, pos);
  }
}
