package io.streamsmonitor.agents.source.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NeedlesTest {
  private final Needles needles = new Needles(Map.of("xadd", 1, "addx", 2, "dd", 4, "xaddxa", 8));

  private int in(String text) {
    return needles.in(text.getBytes(UTF_8));
  }

  @Test
  void findsEveryWordAndThoseInsideOthers() {
    assertThat(in("")).isZero();
    assertThat(in("xad xa dxa")).isZero();
    assertThat(in("...dd")).isEqualTo(4);
    assertThat(in("xxadd")).isEqualTo(1 | 4);
    assertThat(in("xaddx")).isEqualTo(1 | 2 | 4);
    assertThat(in("xaddxadd")).isEqualTo(1 | 2 | 4 | 8);
    assertThat(in("xaéddxaüdd")).isEqualTo(4);
  }

  @Test
  void wordsAreThoseThatMayNameATypeOrAnyOfAScript() {
    byte[] text = "new Orders(orders, Ärger.$x) // Orders_2\n".getBytes(UTF_8);
    Words asked = Words.of(List.of("Orders", "orders", "Ärger", "Orders_2", "Order", "new"));

    assertThat(Words.of(text, false).shared(asked)).hasSize(3);
    assertThat(Words.of(text, true).shared(asked)).hasSize(5);
    assertThat(Words.of(Words.of(text, true).numbers()).shared(asked)).hasSize(5);
  }
}
