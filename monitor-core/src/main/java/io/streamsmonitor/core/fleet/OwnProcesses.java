package io.streamsmonitor.core.fleet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every process that exists because of this fleet: those it started, their descendants as often as
 * one looks, and on Linux whoever carries the fleet's mark in its environment, so that a process
 * that left its parents is found as well. A {@link ProcessHandle} is pid and start time together: a
 * number that was given to another process is never signalled. Thread-safe.
 */
final class OwnProcesses {
  private static final Path PROC = Path.of("/proc");

  private final String mark;
  private final Map<ProcessHandle, String> owners = new LinkedHashMap<>();
  private final Set<ProcessHandle> roots = new LinkedHashSet<>();

  /**
   * @param mark one {@code NAME=value} of the environment that nobody else has
   */
  OwnProcesses(String mark) {
    this.mark = mark;
  }

  synchronized void add(String owner, ProcessHandle root) {
    roots.add(root);
    owners.put(root, owner);
  }

  /** Notes the descendants there are now: once their parent is gone nobody can tell. */
  synchronized void survey() {
    for (ProcessHandle known : List.copyOf(owners.keySet())) {
      if (roots.contains(known) && known.isAlive()) {
        String owner = owners.getOrDefault(known, "");
        known.descendants().forEach(child -> owners.putIfAbsent(child, owner));
      }
    }
    owners.keySet().removeIf(process -> !roots.contains(process) && !runs(process));
  }

  /** All that run, with the service they belong to ("" where that cannot be told). */
  synchronized Map<ProcessHandle, String> running() {
    for (ProcessHandle process : List.copyOf(owners.keySet())) {
      if (runs(process)) {
        String owner = owners.getOrDefault(process, "");
        process.descendants().forEach(child -> owners.putIfAbsent(child, owner));
      }
    }
    marked().forEach(process -> owners.putIfAbsent(process, ""));
    Map<ProcessHandle, String> running = new LinkedHashMap<>(owners);
    running.keySet().removeIf(process -> !runs(process));
    return running;
  }

  /** Whether it still does anything: a zombie does not, only its parent has not looked yet. */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !zombie(process.pid());
  }

  private static boolean zombie(long pid) {
    try {
      String stat =
          Files.readString(
              PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
      int state = stat.lastIndexOf(')') + 2;
      return state < stat.length() && stat.charAt(state) == 'Z';
    } catch (IOException e) {
      return false;
    }
  }

  private List<ProcessHandle> marked() {
    List<ProcessHandle> found = new ArrayList<>();
    if (!Files.isReadable(PROC.resolve("self/environ"))) {
      return found;
    }
    ProcessHandle self = ProcessHandle.current();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      all.filter(process -> !process.equals(self) && carriesMark(process)).forEach(found::add);
    }
    return found;
  }

  private boolean carriesMark(ProcessHandle process) {
    Path environ = PROC.resolve(Long.toString(process.pid())).resolve("environ");
    try {
      String env = new String(Files.readAllBytes(environ), StandardCharsets.ISO_8859_1);
      return ("\0" + env).contains("\0" + mark + "\0") && process.isAlive();
    } catch (IOException e) {
      return false; // not ours to read, so not ours
    }
  }

  /** {@code orders (pid 5)}, {@code child sleep of orders (pid 6)}. */
  synchronized String describe(ProcessHandle process) {
    String owner = owners.getOrDefault(process, "");
    String pid = " (pid " + process.pid() + ")";
    if (roots.contains(process)) {
      return owner + pid;
    }
    return "child " + command(process) + (owner.isEmpty() ? "" : " of " + owner) + pid;
  }

  /** The file name of what it runs, or {@code ?}. */
  static String command(ProcessHandle process) {
    String command = process.info().command().orElse("?");
    return command.substring(command.lastIndexOf('/') + 1);
  }
}
