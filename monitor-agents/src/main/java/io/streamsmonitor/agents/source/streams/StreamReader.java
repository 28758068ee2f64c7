package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.code.TypeFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Names;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.agents.source.script.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds every call on a stream in a file, and says what it is about. */
public final class StreamReader {
  private final Names names;
  private final OptionReader options;
  private final Entries entries;
  private final Publications publications;

  public StreamReader(Names names) {
    this.names = names;
    this.options = new OptionReader(names);
    this.entries = new Entries(names);
    this.publications = new Publications(names, entries);
  }

  /** The file's calls in the order of its text. */
  public void read(CodeFile file, Consumer<StreamCall> out) {
    boolean script = Modules.isScript(file.path());
    Set<String> methods = file.mentioned(Vocabulary.METHODS);
    if (!script && methods.isEmpty()) {
      return;
    }
    for (TypeFacts type : file.types()) {
      Home home = new Home(file, type);
      for (MethodFacts method : type.methods()) {
        if (!script && !method.mentionsAny(methods)) {
          continue;
        }
        for (Expr.Call call : method.calls()) {
          Scope scope = Scope.of(home, method, call.namePos());
          for (Shape shape : shapes(call, scope)) {
            out.accept(call(shape, call, scope));
          }
        }
      }
    }
  }

  private List<Shape> shapes(Expr.Call call, Scope scope) {
    boolean script = Modules.isScript(scope.home().file().path());
    if (!script && !Vocabulary.METHODS.contains(call.name())) {
      return List.of();
    }
    Arguments a = new Arguments(call, scope, names);
    if (script) {
      Shape shape = ScriptCalls.shape(a);
      return shape == null ? List.of() : List.of(shape);
    }
    List<Shape> envelope = EnvelopeCalls.shapes(a);
    if (!envelope.isEmpty()) {
      return envelope;
    }
    Shape shape = RedissonCalls.shape(a);
    shape = shape == null ? SpringCalls.shape(a) : shape;
    boolean redis = call.name().startsWith("x") && !a.isOwnMethod() && call.target() != null;
    if (shape == null && redis) {
      shape = JedisCalls.shape(a);
      shape = shape == null ? LettuceCalls.shape(a) : shape;
    }
    return shape == null ? List.of() : List.of(shape);
  }

  private StreamCall call(Shape shape, Expr.Call call, Scope scope) {
    List<NameValue> streams = new ArrayList<>();
    shape.streams.forEach(e -> streams.add(names.resolve(e, scope)));
    shape.streamMaps.forEach(
        m ->
            entries
                .of(m, scope)
                .pairs()
                .forEach(p -> streams.add(names.resolve(p.key(), p.scope()))));
    if (streams.isEmpty()) {
      streams.add(new NameValue.Unknown("not seen where " + call.name() + " is called"));
    }
    Options set = Options.NONE;
    for (Expr e : shape.options) {
      set = set.and(options.read(e, scope));
    }
    for (Shape.Inline i : shape.inline) {
      set = set.and(new Option(i.name(), i.args(), scope, true, i.pos()));
    }
    List<String> fields = new ArrayList<>();
    boolean complete = shape.op == Op.ADD && fields(shape, scope, fields);
    if (shape.op == Op.ADD && shape.client == Client.ENVELOPE) {
      fields.addAll(EnvelopeCalls.FIELDS);
      fields.addAll(publications.fields(scope.home().file(), call));
    }
    return new StreamCall(
        scope.home(),
        scope.method(),
        call,
        shape.client,
        shape.op,
        streams.stream().distinct().toList(),
        value(shape.group, scope),
        value(shape.consumer, scope),
        id(shape, scope),
        shape.payload,
        set,
        fields,
        complete);
  }

  private @Nullable NameValue value(@Nullable Expr e, Scope scope) {
    return e == null ? null : names.resolve(e, scope);
  }

  /** The start id; that of a map of streams is the first value. */
  private @Nullable Expr id(Shape shape, Scope scope) {
    if (shape.id != null || shape.streamMaps.isEmpty()) {
      return shape.id;
    }
    return shape.streamMaps.stream()
        .flatMap(m -> entries.of(m, scope).pairs().stream())
        .map(Entries.Pair::value)
        .findFirst()
        .orElse(null);
  }

  private boolean fields(Shape shape, Scope scope, List<String> out) {
    boolean complete = !shape.payload.isEmpty();
    boolean pairs =
        shape.client == Client.IOREDIS
            || (shape.payload.size() > 1 && shape.client == Client.LETTUCE);
    for (int i = 0; i < shape.payload.size(); i++) {
      Expr e = shape.payload.get(i);
      if (pairs || (shape.client == Client.REDISSON && !(e instanceof Expr.Call))) {
        names.resolve(e, scope).resolved().ifPresent(i % 2 == 0 ? out::add : n -> {});
        complete &= !(e instanceof Expr.Each);
        continue;
      }
      Entries.Found found = entries.of(e, scope);
      complete &= found.complete();
      found
          .pairs()
          .forEach(
              p ->
                  names
                      .resolve(p.key(), p.scope())
                      .resolved()
                      .filter(n -> !out.contains(n))
                      .ifPresent(out::add));
    }
    return complete;
  }
}
