package io.streamsmonitor.report.format;

import io.streamsmonitor.core.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.AbstractList;
import java.util.List;
import java.util.function.Function;

/** JSON whose strings hold no raw character that a terminal or an editor would obey. */
final class JsonText {
  private JsonText() {}

  static String line(Object value) {
    return text(out -> line(value, out));
  }

  static String pretty(Object value) {
    return text(out -> pretty(value, out));
  }

  /** Writes the value on one line, without a line end. */
  static void line(Object value, Writer out) throws IOException {
    SafeJsonWriter safe = new SafeJsonWriter(out);
    Json.MAPPER.writeValue(safe, value);
    safe.finish();
  }

  /** Writes the value over several lines, and a line end. */
  static void pretty(Object value, Writer out) throws IOException {
    SafeJsonWriter safe = new SafeJsonWriter(out);
    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(safe, value);
    safe.finish();
    out.write('\n');
  }

  /** The list as others; each is made when it is asked for, so that a long one needs no room. */
  static <A, B> List<B> each(List<A> list, Function<A, B> change) {
    return new AbstractList<>() {
      @Override
      public B get(int index) {
        return change.apply(list.get(index));
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }

  /** What is written, as text. */
  static String text(Content content) {
    StringWriter out = new StringWriter();
    try {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory does not fail", e);
    }
    return out.toString();
  }

  /** Something that writes itself. */
  @FunctionalInterface
  interface Content {
    void write(Writer out) throws IOException;
  }
}
