package io.streamsmonitor.report.format;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A report as a renderer understands it. */
final class ParsedMarkdown {
  private final Node root;

  private ParsedMarkdown(Node root) {
    this.root = root;
  }

  static ParsedMarkdown of(String text) {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    return new ParsedMarkdown(parser.parse(text));
  }

  List<String> headings(int level) {
    return all(Heading.class).stream()
        .filter(h -> h.getLevel() == level)
        .map(ParsedMarkdown::text)
        .toList();
  }

  /** The rows of the n-th table, head first. */
  List<List<String>> table(int n) {
    return rows(all(TableBlock.class).get(n));
  }

  /** Rows of every table. */
  List<List<List<String>>> tables() {
    return all(TableBlock.class).stream().map(ParsedMarkdown::rows).toList();
  }

  /** HTML, links and images: what must never come out of foreign text. */
  List<Node> live() {
    List<Node> live = new ArrayList<>();
    live.addAll(all(HtmlBlock.class));
    live.addAll(all(HtmlInline.class));
    live.addAll(all(Link.class));
    live.addAll(all(Image.class));
    return live;
  }

  private static List<List<String>> rows(Node table) {
    return all(table, TableRow.class).stream()
        .map(row -> all(row, TableCell.class).stream().map(ParsedMarkdown::text).toList())
        .toList();
  }

  static String text(Node node) {
    StringBuilder words = new StringBuilder();
    for (Node n : all(node, Node.class)) {
      if (n instanceof Text text) {
        words.append(text.getLiteral());
      } else if (n instanceof Code code) {
        words.append(code.getLiteral());
      }
    }
    return words.toString().strip();
  }

  private <T extends Node> List<T> all(Class<T> type) {
    return all(root, type);
  }

  private static <T extends Node> List<T> all(Node root, Class<T> type) {
    List<T> found = new ArrayList<>();
    new AbstractVisitor() {
      @Override
      protected void visitChildren(Node parent) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNext()) {
          if (type.isInstance(n)) {
            found.add(type.cast(n));
          }
          visitChildren(n);
        }
      }

      void start() {
        visitChildren(root);
      }
    }.start();
    return found;
  }
}
