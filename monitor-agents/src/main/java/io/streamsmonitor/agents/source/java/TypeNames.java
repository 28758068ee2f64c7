package io.streamsmonitor.agents.source.java;

import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.VoidType;

/** Simple names of types. */
final class TypeNames {
  private TypeNames() {}

  /** Without package and type arguments; "" for void. */
  static String simple(Type type) {
    if (type instanceof ClassOrInterfaceType c) {
      return c.getNameAsString();
    }
    if (type instanceof ArrayType a) {
      return simple(a.getComponentType()) + "[]";
    }
    return type instanceof VoidType ? "" : type.asString();
  }
}
