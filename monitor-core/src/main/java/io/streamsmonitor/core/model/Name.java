package io.streamsmonitor.core.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A stream, group or consumer name: bytes to the end. {@link #display} is a lossless escape:
 * printable UTF-8 as it is, a backslash doubled, every other byte as {@code \xNN}.
 */
public final class Name implements Comparable<Name> {
  private final byte[] bytes;
  private final String display;
  private final int hash;

  private Name(byte[] bytes) {
    this.bytes = bytes;
    this.display = escape(bytes);
    this.hash = Arrays.hashCode(bytes);
  }

  public static Name of(byte[] bytes) {
    return new Name(bytes.clone());
  }

  /** The name whose bytes are this text in UTF-8. */
  public static Name of(String text) {
    return new Name(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The name that is displayed so. */
  public static Name parse(String display) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int i = 0;
    while (i < display.length()) {
      int c = display.codePointAt(i);
      if (c == '\\' && display.startsWith("\\\\", i)) {
        out.write('\\');
        i += 2;
      } else if (c == '\\' && display.startsWith("\\x", i) && i + 4 <= display.length()) {
        out.write(HexFormat.fromHexDigits(display, i + 2, i + 4));
        i += 4;
      } else {
        out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return new Name(out.toByteArray());
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** How the name is shown and keyed everywhere outside a Redis client. */
  public String display() {
    return display;
  }

  private static String escape(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = null;
    }
    StringBuilder out = new StringBuilder();
    if (text == null) {
      for (byte b : bytes) {
        if (b >= 0x20 && b < 0x7f && b != '\\') {
          out.append((char) b);
        } else {
          out.append(b == '\\' ? "\\\\" : hex(b));
        }
      }
    } else {
      text.codePoints().forEach(c -> escape(c, out));
    }
    return out.toString();
  }

  private static void escape(int codePoint, StringBuilder out) {
    int type = Character.getType(codePoint);
    boolean hidden =
        Character.isISOControl(codePoint)
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.UNASSIGNED;
    if (codePoint == '\\') {
      out.append("\\\\");
    } else if (hidden) {
      for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
        out.append(hex(b));
      }
    } else {
      out.appendCodePoint(codePoint);
    }
  }

  private static String hex(byte b) {
    return "\\x" + HexFormat.of().toHexDigits(b);
  }

  @Override
  public int compareTo(Name other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Name name && hash == name.hash && Arrays.equals(bytes, name.bytes));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return display;
  }
}
