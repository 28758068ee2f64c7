package io.streamsmonitor.report.html;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * A page read by a parser that forgives nothing: every element closed, every quote in its place.
 */
final class ParsedPage {
  private final Document document;

  private ParsedPage(Document document) {
    this.document = document;
  }

  /** Without the texts of the product's own style sheet and script, which are no XML. */
  static ParsedPage of(String html) {
    String own =
        html.replace(Asset.STYLE.text(), "")
            .replace(Asset.SCRIPT.text(), "")
            .replace("<!DOCTYPE html>", "");
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return new ParsedPage(
          builder.parse(new ByteArrayInputStream(own.getBytes(StandardCharsets.UTF_8))));
    } catch (Exception e) {
      throw new AssertionError("the page does not parse: " + e.getMessage(), e);
    }
  }

  /** Every element of that name in document order, {@code *} for all. */
  List<Element> all(String name) {
    return all(document.getElementsByTagName(name));
  }

  static List<Element> within(Element element, String name) {
    return all(element.getElementsByTagName(name));
  }

  /** {@code name=value} of each attribute. */
  static List<String> attributes(Element element) {
    List<String> all = new ArrayList<>();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      all.add(attribute.getNodeName() + "=" + attribute.getNodeValue());
    }
    return all;
  }

  private static List<Element> all(NodeList nodes) {
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      all.add((Element) nodes.item(i));
    }
    return all;
  }
}
