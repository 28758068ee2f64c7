package io.streamsmonitor.core.workspace;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** The one way from a name to a file name: nothing but {@code a-z A-Z 0-9 . _ -} comes out. */
public final class Slug {
  private static final int LIMIT = 80;

  private Slug() {}

  /** A file name without path; a name that had to be changed gets a check sum, so two stay two. */
  public static String of(String name) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
    safe = safe.startsWith(".") || safe.isEmpty() ? "_" + safe : safe;
    safe = safe.length() > LIMIT ? safe.substring(0, LIMIT) : safe;
    if (safe.equals(name)) {
      return safe;
    }
    CRC32 crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    return safe + "-" + Long.toHexString(crc.getValue());
  }
}
