package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.agents.source.code.Block;
import io.streamsmonitor.agents.source.code.Block.Kind;
import io.streamsmonitor.agents.source.code.MethodFacts;
import java.util.stream.Stream;

/** Which catch belongs to which try. */
final class Tries {
  private Tries() {}

  /** The catches of the innermost try around the place. */
  static Stream<Block> catches(MethodFacts m, int pos) {
    return m.around(pos)
        .filter(b -> b.is(Kind.TRY))
        .reduce((a, b) -> b)
        .map(t -> of(m, t))
        .orElse(Stream.empty());
  }

  /** The catches of a try: those that begin after it, with no other try between. */
  static Stream<Block> of(MethodFacts m, Block tried) {
    int next =
        m.blocks().stream()
            .filter(b -> b.is(Kind.TRY) && b.from() > tried.to())
            .filter(
                b ->
                    m.blocks().stream()
                        .noneMatch(
                            c -> c.is(Kind.CATCH) && c.contains(b.from()) && c.from() > tried.to()))
            .mapToInt(Block::from)
            .min()
            .orElse(Integer.MAX_VALUE);
    return m.blocks().stream()
        .filter(b -> b.is(Kind.CATCH) && b.from() > tried.to() && b.from() < next)
        .filter(
            b ->
                m.around(b.from()).filter(o -> !o.equals(b)).count()
                    == m.around(tried.from()).filter(o -> !o.equals(tried)).count());
  }

  /** The try that a catch belongs to. */
  static Stream<Block> tried(MethodFacts m, Block caught) {
    return m.blocks().stream()
        .filter(b -> b.is(Kind.TRY) && of(m, b).anyMatch(c -> c.equals(caught)))
        .reduce((a, b) -> b)
        .stream();
  }
}
