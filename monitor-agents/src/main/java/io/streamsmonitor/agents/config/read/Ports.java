package io.streamsmonitor.agents.config.read;

import java.util.regex.Pattern;

/** Reads port numbers, and the keys under which services keep the port they open. */
final class Ports {
  private static final Pattern OWN =
      Pattern.compile(
          "(?:(?:server|http|https|app|service|listen|web|api|management(?:\\.server)?|grpc"
              + "|admin|metrics|health)[._-])?port",
          Pattern.CASE_INSENSITIVE);

  private Ports() {}

  /** The port, or 0 where the text is none (0 means any free port, so none either). */
  static int parse(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      return port > 0 && port < 65_536 ? port : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Whether the key, such as {@code server.port}, says which port the service itself opens. */
  static boolean own(String key) {
    return OWN.matcher(key).matches();
  }
}
