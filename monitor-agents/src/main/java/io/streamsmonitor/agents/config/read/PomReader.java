package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Dependencies with a version in a Maven build file; versions in properties are followed. */
final class PomReader implements ConfigReader {
  private record Raw(String group, String artifact, String version, int line) {}

  @Override
  public boolean takes(String name, String folder) {
    return name.equals("pom.xml");
  }

  @Override
  public void read(TextFile file, String service, Harvest into) throws SourceRefused {
    Map<String, String> properties = new HashMap<>();
    List<Raw> raws = new ArrayList<>();
    try {
      parse(file.text(), properties, raws);
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw new SourceRefused(line, "is not valid XML");
    }
    String module = service.isEmpty() ? properties.getOrDefault("artifactId", "") : service;
    for (Raw raw : raws) {
      String version = raw.version();
      if (version.startsWith("${") && version.endsWith("}")) {
        version = properties.getOrDefault(version.substring(2, version.length() - 1), "");
      }
      if (!version.isEmpty() && !version.contains("${")) {
        into.libraries.add(
            new LibraryUse(
                module,
                raw.group() + ":" + raw.artifact(),
                version,
                new Location(file.relative(), raw.line())));
      }
    }
  }

  private static void parse(String text, Map<String, String> properties, List<Raw> raws)
      throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
    Deque<String> path = new ArrayDeque<>();
    Map<String, String> dependency = new HashMap<>();
    StringBuilder words = new StringBuilder();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        path.addLast(xml.getLocalName());
        words.setLength(0);
      } else if (event == XMLStreamConstants.CHARACTERS) {
        words.append(xml.getText());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        String name = path.removeLast();
        String parent = path.isEmpty() ? "" : path.getLast();
        if (name.equals("dependency")) {
          int line = xml.getLocation().getLineNumber();
          raws.add(
              new Raw(
                  dependency.getOrDefault("groupId", ""),
                  dependency.getOrDefault("artifactId", ""),
                  dependency.getOrDefault("version", ""),
                  line));
          dependency.clear();
        } else if (parent.equals("dependency")) {
          dependency.put(name, words.toString().strip());
        } else if (parent.equals("properties") || parent.equals("project")) {
          properties.put(name, words.toString().strip());
        }
        words.setLength(0);
      }
    }
  }
}
