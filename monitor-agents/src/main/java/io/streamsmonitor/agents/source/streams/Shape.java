package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which argument of a call is what. */
final class Shape {
  final Client client;
  final Op op;

  /** Expressions of the stream's name. */
  final List<Expr> streams = new ArrayList<>();

  /** Maps whose keys are names of streams. */
  final List<Expr> streamMaps = new ArrayList<>();

  @Nullable Expr group;
  @Nullable Expr consumer;

  /** Entry id, or the id to start after. */
  @Nullable Expr id;

  /** What an added entry holds. */
  final List<Expr> payload = new ArrayList<>();

  /** Options objects. */
  final List<Expr> options = new ArrayList<>();

  /** Options that stand in the call itself. */
  final List<Inline> inline = new ArrayList<>();

  /** An option that is an argument. */
  record Inline(String name, List<Expr> args, int pos) {}

  Shape(Client client, Op op) {
    this.client = client;
    this.op = op;
  }

  Shape stream(@Nullable Expr e) {
    if (e != null) {
      streams.add(e);
    }
    return this;
  }

  Shape streamMap(@Nullable Expr e) {
    if (e != null) {
      streamMaps.add(e);
    }
    return this;
  }

  Shape group(@Nullable Expr e) {
    group = e;
    return this;
  }

  Shape consumer(@Nullable Expr e) {
    consumer = e;
    return this;
  }

  Shape id(@Nullable Expr e) {
    id = e;
    return this;
  }

  Shape payload(@Nullable Expr e) {
    if (e != null) {
      payload.add(e);
    }
    return this;
  }

  Shape options(@Nullable Expr e) {
    if (e != null) {
      options.add(e);
    }
    return this;
  }

  Shape inline(String name, @Nullable Expr e, int pos) {
    inline.add(new Inline(name, e == null ? List.of() : List.of(e), e == null ? pos : e.pos()));
    return this;
  }
}
