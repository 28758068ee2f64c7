package io.streamsmonitor.core.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** A service that somebody else started: it is looked at and never touched. */
record AttachedService(ServiceSpec spec) {

  /** The process that the pid file names, if it runs. */
  Optional<ProcessHandle> process() {
    if (spec.pidFile() == null) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(spec.pidFile(), StandardCharsets.ISO_8859_1).strip();
      return text.matches("\\d{1,18}")
          ? ProcessHandle.of(Long.parseLong(text)).filter(OwnProcesses::runs)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  long pid() {
    return process().map(ProcessHandle::pid).orElse(0L);
  }

  /** What nothing is known of counts as alive: its streams and logs tell the rest. */
  boolean alive(ServiceWatch watch) {
    boolean unknown = spec.pidFile() == null && spec.port() == 0;
    return unknown || process().isPresent() || watch.portOpen();
  }

  /** It is ready as soon as there is a sign of life, or nothing that could give one. */
  void look(ServiceWatch watch) {
    watch.look();
    Optional<ProcessHandle> process = process();
    if (process.isPresent()) {
      watch.readyBy("pid " + process.get().pid() + " runs");
    } else if (spec.pidFile() == null && spec.port() == 0) {
      watch.readyBy("attached, neither port nor pid-file to look at");
    }
  }
}
