package io.streamsmonitor.cli.redis;

import io.streamsmonitor.core.workspace.Files0600;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The redis-server program: the one that comes with the monitor, else one on the PATH. */
final class RedisBinary {
  private static final String VERSION = "7.0.15";

  private RedisBinary() {}

  /** An executable file; the embedded one is copied into {@code folder}. */
  static Path locate(Path folder) throws IOException {
    String resource = "redis-server-" + VERSION + "-" + system() + "-" + machine();
    try (InputStream in = RedisBinary.class.getClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        Files0600.createFolder(folder);
        Path file = folder.resolve("redis-server");
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        if (!file.toFile().setExecutable(true, true)) {
          throw new IOException("cannot make " + file + " executable");
        }
        return file;
      }
    }
    Path onPath = onPath();
    if (onPath == null) {
      throw new IOException(
          "there is no embedded Redis for "
              + system()
              + "/"
              + machine()
              + " and no redis-server on the PATH; install Redis, or give --redis URL");
    }
    return onPath;
  }

  private static String system() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os.replace(' ', '-');
  }

  private static String machine() {
    String arch = System.getProperty("os.arch", "");
    return switch (arch) {
      case "x86_64", "amd64" -> "amd64";
      case "aarch64", "arm64" -> "arm64";
      case "x86", "i386" -> "386";
      default -> arch;
    };
  }

  private static @Nullable Path onPath() {
    String path = System.getenv("PATH");
    for (String folder : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      Path file = Path.of(folder.isEmpty() ? "." : folder, "redis-server");
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }
}
