package io.streamsmonitor.agents.source.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.Position;
import java.util.ArrayList;
import java.util.List;

/** Expressions of the parser as ours. */
final class ExprReader {
  private ExprReader() {}

  static int pos(Node node) {
    return node.getBegin().map(p -> Position.of(p.line, p.column)).orElse(0);
  }

  static int end(Node node) {
    return node.getEnd().map(p -> Position.of(p.line, p.column)).orElse(Integer.MAX_VALUE);
  }

  static List<Expr> all(NodeList<? extends Expression> list) {
    List<Expr> out = new ArrayList<>(list.size());
    list.forEach(e -> out.add(read(e)));
    return out;
  }

  static Expr read(Expression e) {
    int pos = pos(e);
    if (e instanceof EnclosedExpr x) {
      return read(x.getInner());
    }
    if (e instanceof CastExpr x) {
      return read(x.getExpression());
    }
    if (e instanceof AssignExpr x) {
      return read(x.getValue());
    }
    if (e instanceof LiteralExpr x) {
      return literal(x, pos);
    }
    if (e instanceof NameExpr x) {
      return new Expr.Ref(x.getNameAsString(), pos);
    }
    if (e instanceof ThisExpr) {
      return new Expr.Ref("this", pos);
    }
    if (e instanceof TypeExpr x) {
      return typed(x.getType(), pos);
    }
    if (e instanceof FieldAccessExpr x) {
      return new Expr.Member(read(x.getScope()), x.getNameAsString(), pos);
    }
    if (e instanceof MethodCallExpr x) {
      return call(x);
    }
    if (e instanceof ObjectCreationExpr x) {
      return new Expr.Make(TypeNames.simple(x.getType()), all(x.getArguments()), pos);
    }
    if (e instanceof MethodReferenceExpr x) {
      return new Expr.MethodRef(read(x.getScope()), x.getIdentifier(), pos);
    }
    return compound(e, pos);
  }

  /** A type's name; {@code System.out} before {@code ::} parses as one too. */
  private static Expr typed(Type type, int pos) {
    if (type instanceof ClassOrInterfaceType c && c.getScope().isPresent()) {
      return new Expr.Member(typed(c.getScope().get(), pos), c.getNameAsString(), pos);
    }
    return new Expr.Ref(TypeNames.simple(type), pos);
  }

  static Expr.Call call(MethodCallExpr x) {
    return new Expr.Call(
        x.getScope().map(ExprReader::read).orElse(null),
        x.getNameAsString(),
        all(x.getArguments()),
        pos(x),
        pos(x.getName()));
  }

  private static Expr compound(Expression e, int pos) {
    if (e instanceof ConditionalExpr x) {
      return new Expr.Either(List.of(read(x.getThenExpr()), read(x.getElseExpr())), pos);
    }
    if (e instanceof SwitchExpr x) {
      return choice(x, pos);
    }
    if (e instanceof BinaryExpr x && x.getOperator() == BinaryExpr.Operator.PLUS) {
      return join(x, pos);
    }
    if (e instanceof ArrayInitializerExpr x) {
      return new Expr.Items(all(x.getValues()), pos);
    }
    if (e instanceof ArrayCreationExpr x && x.getInitializer().isPresent()) {
      return new Expr.Items(all(x.getInitializer().get().getValues()), pos);
    }
    if (e instanceof ArrayAccessExpr x) {
      return new Expr.Each(read(x.getName()), pos);
    }
    if (e instanceof UnaryExpr x
        && x.getOperator() == UnaryExpr.Operator.MINUS
        && x.getExpression() instanceof LiteralStringValueExpr number) {
      return new Expr.Literal("-" + number.getValue(), pos);
    }
    return new Expr.Opaque(e.getMetaModel().getTypeName(), pos);
  }

  private static Expr literal(LiteralExpr e, int pos) {
    if (e instanceof TextBlockLiteralExpr x) {
      return new Expr.Text(x.translateEscapes(), pos);
    }
    if (e instanceof StringLiteralExpr x) {
      return new Expr.Text(text(x), pos);
    }
    return new Expr.Literal(
        e instanceof LiteralStringValueExpr x ? x.getValue() : e.toString(), pos);
  }

  /** The literal's text; as written where its escapes are broken. */
  static String text(StringLiteralExpr literal) {
    try {
      return literal.asString();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return literal.getValue();
    }
  }

  private static Expr join(BinaryExpr e, int pos) {
    List<Expr> parts = new ArrayList<>();
    Expression left = e;
    while (left instanceof BinaryExpr x && x.getOperator() == BinaryExpr.Operator.PLUS) {
      parts.add(0, read(x.getRight()));
      left = x.getLeft();
    }
    parts.add(0, read(left));
    return new Expr.Join(parts, pos);
  }

  private static Expr choice(SwitchExpr e, int pos) {
    List<Expr> options = new ArrayList<>();
    e.getEntries()
        .forEach(
            entry -> {
              if (entry.getStatements().size() == 1
                  && entry.getStatement(0) instanceof ExpressionStmt s) {
                options.add(read(s.getExpression()));
              } else {
                options.add(new Expr.Opaque("switch block", pos(entry)));
              }
            });
    return new Expr.Either(options, pos);
  }
}
