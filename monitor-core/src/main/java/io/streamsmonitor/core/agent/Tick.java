package io.streamsmonitor.core.agent;

/** A duty that is due. What it throws is reported as a gap; the duty stays registered. */
@FunctionalInterface
public interface Tick {
  void run() throws Exception;
}
