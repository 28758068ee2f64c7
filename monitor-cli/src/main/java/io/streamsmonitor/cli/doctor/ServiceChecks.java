package io.streamsmonitor.cli.doctor;

import io.streamsmonitor.core.fleet.ServiceSpec;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a service could be started, and what it is to be read of. */
final class ServiceChecks {
  private ServiceChecks() {}

  static Check of(ServiceSpec service, UnaryOperator<String> environment, boolean attach) {
    String what = "service " + service.name();
    for (Path place :
        Stream.concat(service.sources().stream(), service.config().stream()).toList()) {
      if (!Files.exists(place)) {
        return Check.fails(what, place + " does not exist; correct sources: or config:");
      }
    }
    if (attach || !service.startable()) {
      return Check.ok(what, "is attached to, logs " + service.logs());
    }
    if (!Files.isDirectory(service.workdir())) {
      return Check.fails(what, "workdir " + service.workdir() + " is no folder");
    }
    String program = service.command().get(0);
    if (!found(program, service.workdir(), environment.apply("PATH"))) {
      return Check.fails(
          what, "command " + program + " was not found; give its path or install it");
    }
    if (service.port() > 0 && !free(service.port())) {
      return Check.fails(what, "port " + service.port() + " is taken; end what listens there");
    }
    return Check.ok(what, String.join(" ", service.command()));
  }

  static boolean found(String program, Path workdir, @Nullable String path) {
    if (program.contains("/")) {
      return Files.isExecutable(workdir.resolve(program));
    }
    return path != null
        && List.of(path.split(File.pathSeparator, -1)).stream()
            .anyMatch(
                folder -> Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder, program)));
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
