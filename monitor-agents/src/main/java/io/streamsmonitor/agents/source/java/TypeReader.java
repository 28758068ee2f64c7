package io.streamsmonitor.agents.source.java;

import static io.streamsmonitor.agents.source.java.ExprReader.end;
import static io.streamsmonitor.agents.source.java.ExprReader.pos;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.MethodFacts.Param;
import io.streamsmonitor.agents.source.code.Note;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.code.TypeFacts.Field;
import io.streamsmonitor.agents.source.code.TypeFacts.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A type declaration and those inside it. */
final class TypeReader {
  private final TypeDeclaration<?> type;
  private final String outer;
  private final List<Field> fields = new ArrayList<>();
  private final List<MethodFacts> methods = new ArrayList<>();
  private final MethodReader initialisers = new MethodReader();

  private TypeReader(TypeDeclaration<?> type, String outer) {
    this.type = type;
    this.outer = outer;
  }

  static void read(TypeDeclaration<?> type, String outer, Consumer<TypeFacts> out) {
    new TypeReader(type, outer).read(out);
  }

  private void read(Consumer<TypeFacts> out) {
    if (type instanceof EnumDeclaration e) {
      e.getEntries()
          .forEach(
              c -> {
                initialisers.visit(c);
                Expr make =
                    new Expr.Make(e.getNameAsString(), ExprReader.all(c.getArguments()), pos(c));
                fields.add(
                    new Field(
                        c.getNameAsString(),
                        e.getNameAsString(),
                        true,
                        true,
                        false,
                        make,
                        List.of(),
                        pos(c)));
              });
    }
    if (type instanceof RecordDeclaration r) {
      r.getParameters().forEach(this::component);
    }
    type.getMembers().forEach(m -> member(m, out));
    methods.add(
        initialisers.facts(MethodFacts.FIELDS, "", List.of(), List.of(), pos(type), end(type)));
    out.accept(
        new TypeFacts(
            type.getNameAsString(),
            outer,
            kind(),
            supers().stream().map(ClassOrInterfaceType::getNameAsString).toList(),
            notes(type),
            List.copyOf(fields),
            List.copyOf(methods),
            pos(type),
            end(type)));
  }

  private void member(BodyDeclaration<?> member, Consumer<TypeFacts> out) {
    if (member instanceof FieldDeclaration f) {
      field(f);
    } else if (member instanceof MethodDeclaration m) {
      callable(m, m.getNameAsString(), TypeNames.simple(m.getType()));
    } else if (member instanceof ConstructorDeclaration c) {
      callable(c, MethodFacts.CONSTRUCTOR, type.getNameAsString());
    } else if (member instanceof CompactConstructorDeclaration
        || member instanceof InitializerDeclaration) {
      initialisers.visit(member);
    } else if (member instanceof TypeDeclaration<?> nested) {
      String path = outer.isEmpty() ? type.getNameAsString() : outer + "." + type.getNameAsString();
      TypeReader.read(nested, path, out);
    }
  }

  private void field(FieldDeclaration f) {
    boolean constant = type instanceof ClassOrInterfaceDeclaration c && c.isInterface();
    f.getVariables()
        .forEach(
            v -> {
              fields.add(
                  new Field(
                      v.getNameAsString(),
                      TypeNames.simple(v.getType()),
                      f.isStatic() || constant,
                      f.isFinal() || constant,
                      f.isPrivate(),
                      v.getInitializer().map(ExprReader::read).orElse(null),
                      notes(f),
                      pos(v)));
              v.getInitializer().ifPresent(initialisers::visit);
            });
  }

  private void component(Parameter p) {
    fields.add(
        new Field(
            p.getNameAsString(),
            TypeNames.simple(p.getType()),
            false,
            true,
            true,
            null,
            notes(p),
            pos(p)));
  }

  private void callable(CallableDeclaration<?> c, String name, String returns) {
    MethodReader body = new MethodReader();
    if (c instanceof MethodDeclaration m) {
      m.getBody().ifPresent(body::visit);
    } else if (c instanceof ConstructorDeclaration k) {
      body.visit(k.getBody());
    }
    List<Param> params =
        c.getParameters().stream()
            .map(
                p ->
                    new Param(
                        p.getNameAsString(),
                        TypeNames.simple(p.getType()) + (p.isVarArgs() ? Param.MANY : ""),
                        notes(p)))
            .toList();
    methods.add(body.facts(name, returns, params, notes(c), pos(c), end(c)));
  }

  private Kind kind() {
    if (type instanceof EnumDeclaration) {
      return Kind.ENUM;
    }
    if (type instanceof RecordDeclaration) {
      return Kind.RECORD;
    }
    return type instanceof ClassOrInterfaceDeclaration c && c.isInterface()
        ? Kind.INTERFACE
        : Kind.CLASS;
  }

  private List<ClassOrInterfaceType> supers() {
    List<ClassOrInterfaceType> all = new ArrayList<>();
    if (type instanceof ClassOrInterfaceDeclaration c) {
      all.addAll(c.getExtendedTypes());
      all.addAll(c.getImplementedTypes());
    } else if (type instanceof EnumDeclaration e) {
      all.addAll(e.getImplementedTypes());
    } else if (type instanceof RecordDeclaration r) {
      all.addAll(r.getImplementedTypes());
    }
    return all;
  }

  private static List<Note> notes(NodeWithAnnotations<?> node) {
    NodeList<AnnotationExpr> annotations = node.getAnnotations();
    return annotations.stream().map(TypeReader::note).toList();
  }

  private static Note note(AnnotationExpr a) {
    Map<String, Expr> values = new LinkedHashMap<>();
    if (a instanceof SingleMemberAnnotationExpr s) {
      values.put("value", ExprReader.read(s.getMemberValue()));
    } else if (a instanceof NormalAnnotationExpr n) {
      n.getPairs().forEach(p -> values.put(p.getNameAsString(), ExprReader.read(p.getValue())));
    }
    return new Note(a.getName().getIdentifier(), values);
  }
}
