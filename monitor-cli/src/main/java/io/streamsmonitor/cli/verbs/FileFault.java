package io.streamsmonitor.cli.verbs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a file refuses, as a sentence: several exceptions of the library say only its name. */
public final class FileFault {
  private FileFault() {}

  /** The file and what is wrong with it. */
  public static String sentence(Throwable e) {
    IOException cause = e instanceof UncheckedIOException u ? u.getCause() : null;
    if (cause != null) {
      String what = e.getMessage() == null ? "" : e.getMessage() + ": ";
      return what.contains(cause.toString()) ? sentence(cause) : what + sentence(cause);
    }
    if (e instanceof FileSystemException f && f.getReason() == null) {
      return f.getFile() + ": " + reason(f);
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String reason(FileSystemException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "there is a file of that name already";
    }
    return e instanceof NotDirectoryException ? "not a folder" : e.getClass().getSimpleName();
  }
}
