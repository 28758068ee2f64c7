package io.streamsmonitor.agents.logs.follow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.streamsmonitor.core.clock.VirtualClock;
import io.streamsmonitor.core.fleet.LineTap;
import io.streamsmonitor.core.model.RawLine;
import io.streamsmonitor.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A folder with real log files, followed in virtual time. */
final class FollowedFolder implements AutoCloseable {
  private final Path folder;
  private final Workspace workspace;
  private final VirtualClock clock = new VirtualClock();
  private final List<RawLine> lines = new ArrayList<>();
  private final List<LogGap> gaps = new ArrayList<>();
  private final LineTap tap;
  private final LogFollower follower;

  FollowedFolder(Path root, String... globs) throws IOException {
    folder = Files.createDirectories(root.resolve("app"));
    workspace = new Workspace(Files.createDirectories(root.resolve("session")));
    Files.createDirectories(root.resolve("session/logs"));
    tap = new LineTap(workspace, clock::now, lines::add);
    List<LogPlace> places = new ArrayList<>();
    for (String glob : globs) {
      places.add(
          new LogPlace(
              "orders",
              folder.resolve(glob.startsWith("../") ? ".." : "").normalize(),
              glob.replace("../", "")));
    }
    follower = new LogFollower(clock, tap, workspace.root(), places, gaps::add);
  }

  FollowedFolder begin() {
    follower.begin();
    return this;
  }

  FollowedFolder write(String file, String text) throws IOException {
    Files.write(
        folder.resolve(file),
        text.getBytes(ISO_8859_1),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return this;
  }

  FollowedFolder truncate(String file) throws IOException {
    Files.write(folder.resolve(file), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    return this;
  }

  FollowedFolder after(long ms) {
    clock.advance(Duration.ofMillis(ms));
    return this;
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  List<String> texts() {
    return lines.stream().map(l -> new String(l.bytes(), ISO_8859_1)).toList();
  }

  List<RawLine> lines() {
    return lines;
  }

  List<LogGap> gaps() {
    return gaps;
  }

  String kept() throws IOException {
    return Files.readString(workspace.log("orders"), ISO_8859_1);
  }

  String merged() throws IOException {
    return Files.readString(workspace.merged(), ISO_8859_1);
  }

  @Override
  public void close() {
    follower.close();
    tap.close();
    clock.close();
  }
}
