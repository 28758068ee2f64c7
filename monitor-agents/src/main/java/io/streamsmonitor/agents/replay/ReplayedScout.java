package io.streamsmonitor.agents.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.agents.scout.synthesis.Synthesizer;
import io.streamsmonitor.agents.scout.synthesis.Wiring;
import io.streamsmonitor.agents.scout.synthesis.WiringJson;
import io.streamsmonitor.core.agent.Agent;
import io.streamsmonitor.core.agent.AgentContext;
import io.streamsmonitor.core.finding.AgentId;
import io.streamsmonitor.core.model.StreamActivity;
import java.time.Duration;

/** The scout's second pass alone: what it saw in the sources is taken as recorded. */
final class ReplayedScout implements Agent {
  private final Synthesizer synthesis;

  ReplayedScout(JsonNode wiring) {
    Wiring known = WiringJson.read(wiring);
    synthesis = new Synthesizer(known::with);
  }

  @Override
  public AgentId id() {
    return AgentId.ENHANCEMENT_SCOUT;
  }

  @Override
  public void start(AgentContext context) {
    context.on(StreamActivity.class, synthesis::heard);
    context.every(Duration.ofSeconds(60), "synthesis", () -> synthesis.look(context));
  }
}
