package io.streamsmonitor.agents.source.java;

import static io.streamsmonitor.agents.source.java.ExprReader.end;
import static io.streamsmonitor.agents.source.java.ExprReader.pos;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.UnionType;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Block.Kind;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The blocks that a statement opens. */
final class Blocks {
  private Blocks() {}

  static void of(Node node, Consumer<Block> out) {
    if (node instanceof WhileStmt x) {
      out.accept(block(Kind.LOOP, x, x.getCondition()));
    } else if (node instanceof DoStmt x) {
      out.accept(block(Kind.LOOP, x, x.getCondition()));
    } else if (node instanceof ForStmt x) {
      out.accept(block(Kind.LOOP, x, x.getCompare().orElse(null)));
    } else if (node instanceof ForEachStmt x) {
      Expr each = new Expr.Each(ExprReader.read(x.getIterable()), pos(x.getIterable()));
      out.accept(new Block(Kind.LOOP, pos(x), end(x), List.of(), "", each));
    } else if (node instanceof IfStmt x) {
      out.accept(block(Kind.THEN, x.getThenStmt(), x.getCondition()));
      x.getElseStmt().ifPresent(e -> out.accept(block(Kind.ELSE, e, x.getCondition())));
    } else if (node instanceof TryStmt x) {
      out.accept(block(Kind.TRY, x.getTryBlock(), null));
      x.getFinallyBlock().ifPresent(f -> out.accept(block(Kind.FINALLY, f, null)));
    } else if (node instanceof CatchClause x) {
      out.accept(caught(x));
    } else if (node instanceof LambdaExpr x) {
      out.accept(block(Kind.LAMBDA, x, null));
    }
  }

  /** Whether a variable declared directly in the node ends with it. */
  static boolean isScope(Node node) {
    return node instanceof BlockStmt
        || node instanceof CatchClause
        || node instanceof ForStmt
        || node instanceof ForEachStmt
        || node instanceof TryStmt
        || node instanceof LambdaExpr
        || node instanceof BodyDeclaration;
  }

  private static Block block(Kind kind, Node node, @Nullable Expression condition) {
    Expr read = condition == null ? null : ExprReader.read(condition);
    return new Block(kind, pos(node), end(node), List.of(), "", read);
  }

  private static Block caught(CatchClause x) {
    var type = x.getParameter().getType();
    List<String> types =
        type instanceof UnionType u
            ? u.getElements().stream().map(TypeNames::simple).toList()
            : List.of(TypeNames.simple(type));
    return new Block(Kind.CATCH, pos(x), end(x), types, x.getParameter().getNameAsString(), null);
  }
}
