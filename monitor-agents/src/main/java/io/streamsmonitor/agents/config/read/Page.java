package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.agents.source.ScanScope;
import io.streamsmonitor.core.finding.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A page of documentation, and the service whose folder it lies in, or "". */
public record Page(TextFile file, String service) {
  private static final Pattern NAME = Pattern.compile(".+\\.(?:md|mdx|markdown)|readme(?:\\.txt)?");

  /** Reads every page among the files; one that cannot be read is a gap. */
  public static List<Page> read(
      ScanScope scope, ServiceMap services, Set<Path> among, Consumer<SourceGap> gaps) {
    List<Page> pages = new ArrayList<>();
    for (Path path : among) {
      if (NAME.matcher(TextFile.nameOf(path)).matches()) {
        String relative = ConfigSources.relative(scope.base(), path);
        try {
          pages.add(new Page(TextFile.read(path, relative), services.of(path)));
        } catch (SourceRefused e) {
          gaps.accept(new SourceGap(at(relative, e.line), String.valueOf(e.getMessage())));
        } catch (IOException e) {
          String reason = "could not be read: " + e.getClass().getSimpleName();
          gaps.accept(new SourceGap(at(relative, 1), reason));
        }
      }
    }
    return pages;
  }

  private static Location at(String file, int line) {
    return new Location(file, line);
  }
}
