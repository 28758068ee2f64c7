package io.streamsmonitor.agents.source.java;

import static io.streamsmonitor.agents.source.java.ExprReader.pos;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodDraft;
import io.streamsmonitor.agents.source.code.MethodFacts.Assignment;
import io.streamsmonitor.agents.source.code.MethodFacts.Jump;
import io.streamsmonitor.agents.source.code.MethodFacts.Local;
import io.streamsmonitor.agents.source.code.MethodFacts.Name;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One method's body into lists of what happens in it, in the order of the text. */
final class MethodReader extends MethodDraft {
  private static final Set<String> EACH =
      Set.of("forEach", "forEachOrdered", "map", "mapToObj", "flatMap", "filter", "peek");

  /** Takes in the node and everything below it. */
  void visit(Node node) {
    Blocks.of(node, blocks::add);
    boolean nested = node instanceof LambdaExpr || isAnonymousBody(node);
    inFunction(nested ? 1 : 0);
    leaf(node);
    declaration(node);
    jump(node);
    for (Node child : node.getChildNodes()) {
      visit(child);
    }
    inFunction(nested ? -1 : 0);
  }

  private static boolean isAnonymousBody(Node node) {
    return node instanceof ObjectCreationExpr x && x.getAnonymousClassBody().isPresent();
  }

  private void leaf(Node node) {
    if (node instanceof MethodCallExpr x) {
      calls.add(ExprReader.call(x));
    } else if (node instanceof ObjectCreationExpr x) {
      if (ExprReader.read(x) instanceof Expr.Make make) {
        makes.add(make);
      }
    } else if (node instanceof MethodReferenceExpr x) {
      if (ExprReader.read(x) instanceof Expr.MethodRef reference) {
        references.add(reference);
      }
    } else if (node instanceof ExplicitConstructorInvocationStmt x) {
      String name = x.isThis() ? "this" : "super";
      calls.add(new Expr.Call(null, name, ExprReader.all(x.getArguments()), pos(x), pos(x)));
    } else if (node instanceof NameExpr x) {
      names.add(new Name(x.getNameAsString(), pos(x)));
    } else if (node instanceof SimpleName x) {
      words.add(x.getIdentifier());
    } else if (node instanceof StringLiteralExpr x) {
      texts.add(ExprReader.text(x));
    } else if (node instanceof TextBlockLiteralExpr x) {
      texts.add(x.translateEscapes());
    }
  }

  private void declaration(Node node) {
    if (node instanceof VariableDeclarator x) {
      @Nullable Expr init =
          x.getParentNode().flatMap(Node::getParentNode).orElse(null) instanceof ForEachStmt each
              ? new Expr.Each(ExprReader.read(each.getIterable()), pos(each.getIterable()))
              : x.getInitializer().map(ExprReader::read).orElse(null);
      local(x, x.getNameAsString(), TypeNames.simple(x.getType()), init);
    } else if (node instanceof Parameter x) {
      local(x, x.getNameAsString(), TypeNames.simple(x.getType()), each(x));
    } else if (node instanceof TypePatternExpr x) {
      local(x, x.getNameAsString(), TypeNames.simple(x.getType()), null);
    } else if (node instanceof AssignExpr x) {
      boolean plain = x.getOperator() == AssignExpr.Operator.ASSIGN;
      Expr value =
          plain ? ExprReader.read(x.getValue()) : new Expr.Opaque("changed in place", pos(x));
      assignments.add(new Assignment(ExprReader.read(x.getTarget()), value, pos(x)));
    } else if (node instanceof UnaryExpr x && x.getOperator().toString().contains("CREMENT")) {
      assignments.add(
          new Assignment(
              ExprReader.read(x.getExpression()), new Expr.Opaque("counted", pos(x)), pos(x)));
    }
  }

  /** What {@code list.forEach(x -> …)} gives its parameter. */
  private static @Nullable Expr each(Parameter parameter) {
    return parameter.getParentNode().orElse(null) instanceof LambdaExpr lambda
            && lambda.getParameters().size() == 1
            && lambda.getParentNode().orElse(null) instanceof MethodCallExpr call
            && EACH.contains(call.getNameAsString())
            && call.getScope().isPresent()
        ? new Expr.Each(ExprReader.read(call.getScope().get()), pos(call.getScope().get()))
        : null;
  }

  private void local(Node node, String name, String type, @Nullable Expr init) {
    locals.add(new Local(name, type, init, pos(node), scopeEnd(node)));
  }

  /** The end of the block, loop, lambda or catch that the declaration belongs to. */
  private static int scopeEnd(Node node) {
    Optional<Node> up = node.getParentNode();
    while (up.isPresent() && !Blocks.isScope(up.get())) {
      up = up.get().getParentNode();
    }
    return up.map(ExprReader::end).orElse(Integer.MAX_VALUE);
  }

  private void jump(Node node) {
    if (node instanceof ReturnStmt x) {
      returned(x.getExpression().map(ExprReader::read).orElse(null), pos(x));
    } else if (node instanceof ThrowStmt x) {
      jumps.add(new Jump(Jump.Kind.THROW, ExprReader.read(x.getExpression()), pos(x)));
    } else if (node instanceof YieldStmt x) {
      jumps.add(new Jump(Jump.Kind.YIELD, ExprReader.read(x.getExpression()), pos(x)));
    } else if (node instanceof BreakStmt) {
      jumps.add(new Jump(Jump.Kind.BREAK, null, pos(node)));
    } else if (node instanceof ContinueStmt) {
      jumps.add(new Jump(Jump.Kind.CONTINUE, null, pos(node)));
    }
  }
}
