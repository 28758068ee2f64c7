package io.streamsmonitor.cli.verbs;

import io.streamsmonitor.cli.init.ConfigDraft;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts a monitor.yml for the services of a folder. */
@Command(
    name = "init",
    description = "Draft a monitor.yml from the build files and the code of a folder.")
public final class InitVerb implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "",
      description = "The folder of the fleet; default: here.")
  private Path folder = Path.of("");

  @Option(names = "--stdout", description = "Print the draft and write nothing.")
  private boolean stdout;

  @Override
  public Integer call() throws IOException {
    Path base = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(base)) {
      System.err.println("monitor: init: no such folder: " + base);
      return ExitCode.USAGE;
    }
    String draft = ConfigDraft.of(base);
    if (stdout) {
      System.out.print(draft);
      return ExitCode.OK;
    }
    Path file = base.resolve("monitor.yml");
    try {
      Files.writeString(file, draft, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      System.err.println("monitor: init: " + file + " exists; move it away, or use --stdout");
      return ExitCode.USAGE;
    }
    System.out.println("written  " + file);
    System.out.println("next     monitor doctor --config " + file);
    return ExitCode.OK;
  }
}
