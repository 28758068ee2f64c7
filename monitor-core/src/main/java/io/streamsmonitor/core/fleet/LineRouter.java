package io.streamsmonitor.core.fleet;

/** Decides whose line it is. */
@FunctionalInterface
interface LineRouter {

  /**
   * Looks at one line, its end included where it has one.
   *
   * @param from index of its first byte
   * @param to index after its last byte
   */
  Route route(byte[] buffer, int from, int to);

  /**
   * Where a line goes.
   *
   * @param skip bytes at its start that are not the service's own words: a runner's prefix
   */
  record Route(String service, int skip) {}
}
