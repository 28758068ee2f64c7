package io.streamsmonitor.agents.source.streams;

import io.streamsmonitor.agents.source.NameValue;
import io.streamsmonitor.agents.source.StreamUse.Op;
import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.CodeFile;
import io.streamsmonitor.agents.source.code.Expr;
import io.streamsmonitor.agents.source.code.MethodFacts;
import io.streamsmonitor.agents.source.names.Home;
import io.streamsmonitor.agents.source.names.Scope;
import io.streamsmonitor.core.finding.Location;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call on a stream.
 *
 * @param streams names of the streams it is about; never empty
 * @param group or null where the operation has none
 * @param consumer or null likewise
 * @param id entry id or start id, or null
 * @param payload expressions of what an added entry holds
 * @param fields of an added entry, where they are fixed
 * @param fieldsComplete whether the entry can have no other fields
 */
public record StreamCall(
    Home home,
    MethodFacts method,
    Expr.Call call,
    Client client,
    Op op,
    List<NameValue> streams,
    @Nullable NameValue group,
    @Nullable NameValue consumer,
    @Nullable Expr id,
    List<Expr> payload,
    Options options,
    List<String> fields,
    boolean fieldsComplete) {

  public StreamCall {
    streams = List.copyOf(streams);
    payload = List.copyOf(payload);
    fields = List.copyOf(fields);
  }

  /** The same call on other streams. */
  StreamCall on(List<NameValue> others) {
    return new StreamCall(
        home,
        method,
        call,
        client,
        op,
        others,
        group,
        consumer,
        id,
        payload,
        options,
        fields,
        fieldsComplete);
  }

  public CodeFile file() {
    return home.file();
  }

  public NameValue stream() {
    return streams.get(0);
  }

  /** The stream's name where it is certain. */
  public Optional<String> streamName() {
    return stream().resolved();
  }

  /** The group's name where it is certain. */
  public Optional<String> groupName() {
    return group == null ? Optional.empty() : group.resolved();
  }

  public Location at() {
    return file().at(call.pos());
  }

  public Scope scope() {
    return Scope.of(home, method, call.namePos());
  }

  /** Whether a block of the kind is around the call. */
  public boolean within(Block.Kind kind) {
    return method.within(kind, call.namePos());
  }

  public boolean is(Op wanted) {
    return op == wanted;
  }
}
