package io.streamsmonitor.agents.source.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The type that stands for a file: its constants are the type's fields, its functions the methods.
 * Each is named after its path, so that whoever imports it knows the name without looking.
 */
public final class Modules {
  private static final Set<String> ENDINGS =
      Set.of("ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs");
  private static final String PREFIX = "Module_";

  private Modules() {}

  /** Whether the file is a script that is read. */
  public static boolean isScript(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
        && !name.contains(".d.")
        && !name.contains(".min.")
        && !name.contains(".bundle.");
  }

  /** The type of the file, {@code src/config/names.ts} or {@code src/config/names/index.js}. */
  public static String name(String path) {
    String bare = path;
    String ending = path.substring(path.lastIndexOf('.') + 1);
    if (ENDINGS.contains(ending)) {
      bare = path.substring(0, path.length() - ending.length() - 1);
    }
    bare = bare.endsWith("/index") ? bare.substring(0, bare.length() - "/index".length()) : bare;
    StringBuilder out = new StringBuilder(PREFIX);
    bare.chars().forEach(c -> out.append(Character.isLetterOrDigit(c) ? (char) c : '_'));
    return out.toString();
  }

  /** The type that the file imports by these words, or "" where it is no file of the sources. */
  static String imported(String from, String words) {
    String folder = from.contains("/") ? from.substring(0, from.lastIndexOf('/')) : "";
    if (words.startsWith("./") || words.startsWith("../") || words.matches("\\.{1,2}")) {
      return name(join(folder, words));
    }
    // The usual alias of a project's source folder.
    int root = ("/" + folder + "/").lastIndexOf("/src/");
    if (root >= 0 && words.matches("(?:@/|~/|src/).+")) {
      String base = ("/" + folder + "/").substring(1, root + "/src".length());
      return name(base + "/" + words.replaceFirst("^(?:@/|~/|src/)", ""));
    }
    return "";
  }

  private static String join(String folder, String words) {
    List<String> parts = new ArrayList<>();
    if (!folder.isEmpty()) {
      parts.addAll(List.of(folder.split("/", -1)));
    }
    for (String part : words.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty()) {
        parts.remove(parts.size() - 1);
      } else if (!part.equals(".") && !part.equals("..") && !part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
