package io.streamsmonitor.envelope.redis;

/** The fields of an entry as the bytes they travel as. */
public interface RawFields {
  /** How many fields there are. */
  int fields();

  byte[] name(int at);

  byte[] value(int at);
}
