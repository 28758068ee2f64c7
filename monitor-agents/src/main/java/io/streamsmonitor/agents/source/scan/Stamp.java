package io.streamsmonitor.agents.source.scan;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * What tells without opening a file that it has not changed.
 *
 * @param modified nanoseconds since 1970
 * @param inode where the file system has such a thing, else "null"
 */
record Stamp(long size, long modified, String inode) {
  static Stamp of(BasicFileAttributes a) {
    return new Stamp(
        a.size(), a.lastModifiedTime().to(TimeUnit.NANOSECONDS), String.valueOf(a.fileKey()));
  }
}
