package io.streamsmonitor.agents.config.read;

/** Reads one kind of file. The first reader that takes a file reads it, alone. */
interface ConfigReader {

  /** Whether it reads a file of this lower-case name in this folder ({@code a/b}, lower case). */
  boolean takes(String name, String folder);

  /** Adds what the file says. May throw anything: the file is then a gap. */
  void read(TextFile file, String service, Harvest into) throws Exception;
}
