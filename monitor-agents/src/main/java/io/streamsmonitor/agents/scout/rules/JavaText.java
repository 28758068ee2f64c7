package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Expr;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Expressions as Java again, for snippets. */
final class JavaText {
  private JavaText() {}

  /** The expression, or a name that stands for it where it is too long or of another kind. */
  static String of(@Nullable Expr e, String instead) {
    String text = e == null ? "" : text(e);
    return text.isEmpty() || text.length() > 60 ? instead : text;
  }

  private static String text(Expr e) {
    if (e instanceof Expr.Text x) {
      return '"' + x.value().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
    if (e instanceof Expr.Literal x) {
      return x.value();
    }
    if (e instanceof Expr.Ref x) {
      return x.name();
    }
    if (e instanceof Expr.Member x) {
      return joined(text(x.owner()), "." + x.name());
    }
    if (e instanceof Expr.Call x) {
      String args = args(x.args());
      String call = args.equals("?") ? "" : x.name() + "(" + args + ")";
      return x.target() == null || call.isEmpty() ? call : joined(text(x.target()), "." + call);
    }
    return "";
  }

  private static String joined(String owner, String rest) {
    return owner.isEmpty() ? "" : owner + rest;
  }

  private static String args(List<Expr> args) {
    List<String> texts = args.stream().map(JavaText::text).toList();
    return texts.contains("") ? "?" : texts.stream().collect(Collectors.joining(", "));
  }
}
