package io.streamsmonitor.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamsmonitor.report.flow.Topology;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
  private final Topology topology = new Topology();

  @BeforeEach
  void draw() {
    topology.writes("shop", "orders");
    topology.reads("billing", "orders", "billing");
    topology.reads("audit", "orders", "audit");
    topology.writes("billing", "invoices");
    topology.reads("post", "invoices", "post");
    topology.writes("audit", "ledger");
  }

  @Test
  void ofAGroupIsWhatHangsOnItsReaders() {
    assertThat(topology.downstreamOf("orders", "billing"))
        .containsExactly("billing", "stream:invoices", "post");
  }

  @Test
  void ofAStreamIsWhatHangsOnAllItsReaders() {
    assertThat(topology.downstreamOf("orders", null))
        .containsExactlyInAnyOrder("billing", "audit", "stream:invoices", "stream:ledger", "post");
  }

  @Test
  void ofAServiceIsWhatItWritesAndNotItself() {
    assertThat(topology.downstreamOf("billing")).containsExactly("stream:invoices", "post");
  }

  @Test
  void aRingEndsWhereItBegan() {
    topology.writes("post", "orders");

    assertThat(topology.downstreamOf("invoices", "post"))
        .doesNotContain("stream:invoices")
        .contains("post", "stream:orders", "billing");
  }
}
