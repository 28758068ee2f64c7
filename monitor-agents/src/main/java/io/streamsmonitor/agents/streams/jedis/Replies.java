package io.streamsmonitor.agents.streams.jedis;

import io.streamsmonitor.core.model.Checksum;
import io.streamsmonitor.core.model.Name;
import io.streamsmonitor.core.model.StreamId;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Reads replies of RESP 2: byte arrays, Longs, Lists, null, and an exception for an error. Done
 * here because a look is mostly replies that say what the last look heard: those are recognised and
 * skipped, which costs a fortieth of reading them.
 */
final class Replies {
  private static final int BUFFER = 1 << 16;
  private static final int LARGEST_ECHO = 1 << 16;
  private static final int LARGEST_BULK = 512 << 20;
  private static final int LARGEST_NAME = 512 << 20;
  private static final int DEEPEST = 16;

  private final InputStream in;
  private byte[] buf = new byte[BUFFER];
  private int pos;
  private int end;

  /** Where the reply begins that is to be remembered, or -1. */
  private int mark = -1;

  private final Rows rows;
  private final Checksum sum = new Checksum();

  Replies(InputStream in, Names names) {
    this.in = in;
    this.rows = new Rows(this, names);
  }

  /** The next reply, or {@link Reply#SAME} where it is what the ask's echo remembers. */
  @Nullable Object read(Ask ask) throws IOException {
    Echo echo = ask.echo();
    if (echo == null) {
      return value(ask.form());
    }
    int expected = echo.length();
    if (expected > 0 && end - pos < expected && in.available() > 0) {
      fill();
    }
    if (expected > 0 && end - pos >= expected && echo.heard(buf, pos, sum)) {
      pos += expected;
      return Reply.SAME;
    }
    mark = pos;
    Object value = value(ask.form());
    if (mark >= 0 && value instanceof List<?> && pos - mark <= LARGEST_ECHO) {
      echo.take(buf, mark, pos - mark, sum);
    } else {
      echo.forget();
    }
    mark = -1;
    return value;
  }

  private @Nullable Object value(Ask.Form form) throws IOException {
    if (form == Ask.Form.ANY || peek() != '*') {
      return value(0);
    }
    return switch (form) {
      case GROUPS -> rows.groups();
      case CONSUMERS -> rows.consumers();
      case PENDING -> rows.pending();
      case ANY -> value(0);
    };
  }

  @Nullable Object value(int depth) throws IOException {
    byte kind = next();
    return switch (kind) {
      case '$' -> bulk((int) Math.min(Integer.MAX_VALUE, number()));
      case ':' -> number();
      case '*' -> list(number(), depth);
      case '+' -> line();
      case '-' -> new JedisDataException(new String(line(), StandardCharsets.UTF_8));
      default -> throw new IOException("not a Redis server: a reply begins with byte " + kind);
    };
  }

  private @Nullable List<Object> list(long size, int depth) throws IOException {
    if (size < 0) {
      return null;
    }
    if (depth > DEEPEST) {
      throw new IOException("a reply is nested deeper than " + DEEPEST);
    }
    List<@Nullable Object> out = new ArrayList<>((int) Math.min(size, 1_024));
    for (long i = 0; i < size; i++) {
      out.add(value(depth + 1));
    }
    return elements(out);
  }

  @SuppressWarnings({
    "NullAway",
    "unchecked"
  }) // a nil inside a list is null, as whoever reads fields expects
  private static List<Object> elements(List<@Nullable Object> list) {
    return (List<Object>) (List<?>) list;
  }

  private byte @Nullable [] bulk(int size) throws IOException {
    if (size < 0) {
      return null;
    }
    if (size > LARGEST_BULK) {
      throw new IOException("a string of " + size + " bytes is more than Redis allows");
    }
    byte[] out = new byte[size];
    int have = Math.min(size, end - pos);
    System.arraycopy(buf, pos, out, 0, have);
    pos += have;
    if (have < size) {
      mark = -1;
      while (have < size) {
        have += more(out, have, size - have);
      }
    }
    next();
    next();
    return out;
  }

  /** The size of a list that begins here; what is no list has none. */
  int list() throws IOException {
    if (peek() != '*') {
      value(0);
      return 0;
    }
    pos++;
    return (int) Math.min(Integer.MAX_VALUE, number());
  }

  /** The number that is here, or null where something else is. */
  @Nullable Long maybe() throws IOException {
    if (peek() != ':') {
      value(0);
      return null;
    }
    pos++;
    return number();
  }

  /** The length of a string that begins here and is wholly at hand; -1 where there is none. */
  int text() throws IOException {
    if (peek() != '$') {
      value(0);
      return -1;
    }
    pos++;
    long size = number();
    if (size > LARGEST_NAME) {
      throw new IOException("a name of " + size + " bytes");
    }
    while (end - pos < size + 2) {
      fill();
    }
    return (int) size;
  }

  /** Whether the string that is at hand is this word; goes past it if so. */
  boolean took(int length, byte[] word) {
    if (length != word.length || !Arrays.equals(buf, pos, pos + length, word, 0, length)) {
      return false;
    }
    pos += length + 2;
    return true;
  }

  void pass(int length) {
    pos += length < 0 ? 0 : length + 2;
  }

  Name name(int length, Names names) {
    Name name = names.of(buf, pos, length);
    pos += length + 2;
    return name;
  }

  StreamId id(int length) {
    StreamId id = Reply.id(buf, pos, pos + length);
    pos += length + 2;
    return id == null ? StreamId.ZERO : id;
  }

  private byte peek() throws IOException {
    if (pos == end) {
      fill();
    }
    return buf[pos];
  }

  private long number() throws IOException {
    byte b = next();
    boolean negative = b == '-';
    long value = 0;
    for (b = negative ? next() : b; b != '\r'; b = next()) {
      value = value * 10 + (b - '0');
    }
    next();
    return negative ? -value : value;
  }

  private byte[] line() throws IOException {
    byte[] out = new byte[64];
    int size = 0;
    for (byte b = next(); b != '\r'; b = next()) {
      if (size == out.length) {
        out = Arrays.copyOf(out, size * 2);
      }
      out[size++] = b;
    }
    next();
    return Arrays.copyOf(out, size);
  }

  private byte next() throws IOException {
    if (pos == end) {
      fill();
    }
    return buf[pos++];
  }

  /** Reads more behind what is there; keeps the bytes of a reply that is to be remembered. */
  private void fill() throws IOException {
    int keep = mark >= 0 ? mark : pos;
    if (mark >= 0 && end - mark >= LARGEST_ECHO) {
      mark = -1;
      keep = pos;
    }
    if (keep > 0) {
      System.arraycopy(buf, keep, buf, 0, end - keep);
      pos -= keep;
      end -= keep;
      mark = mark >= 0 ? 0 : -1;
    }
    if (end == buf.length) {
      buf = Arrays.copyOf(buf, buf.length * 2);
    }
    end += more(buf, end, buf.length - end);
  }

  private int more(byte[] into, int at, int room) throws IOException {
    int read = in.read(into, at, room);
    if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    return read;
  }
}
