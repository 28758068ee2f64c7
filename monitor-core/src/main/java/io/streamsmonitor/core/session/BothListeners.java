package io.streamsmonitor.core.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamsmonitor.core.agent.Window;
import io.streamsmonitor.core.finding.Finding;

/** Two that are told how a session goes, in this order. */
record BothListeners(SessionListener first, SessionListener second) implements SessionListener {
  @Override
  public void phase(String step, String outcome) {
    first.phase(step, outcome);
    second.phase(step, outcome);
  }

  @Override
  public void opened(Window window) {
    first.opened(window);
    second.opened(window);
  }

  @Override
  public void finding(Finding finding) {
    first.finding(finding);
    second.finding(finding);
  }

  @Override
  public void health(JsonNode check) {
    first.health(check);
    second.health(check);
  }

  @Override
  public void watched() {
    first.watched();
    second.watched();
  }
}
