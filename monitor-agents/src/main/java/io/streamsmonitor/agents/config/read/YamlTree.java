package io.streamsmonitor.agents.config.read;

import io.streamsmonitor.core.finding.Location;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Every document of a YAML text. Nothing is constructed, aliases and merge keys are followed within
 * a budget, so that a small text cannot become a large tree.
 */
final class YamlTree {
  private static final int NODE_BUDGET = 50_000;
  private static final int DEPTH_LIMIT = 64;

  private final String file;
  private final Consumer<DuplicateKey> duplicates;
  private int nodes;

  private YamlTree(String file, Consumer<DuplicateKey> duplicates) {
    this.file = file;
    this.duplicates = duplicates;
  }

  static List<ConfigNode> read(String file, String text, Consumer<DuplicateKey> duplicates)
      throws SourceRefused {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEPTH_LIMIT);
    options.setMaxAliasesForCollections(200);
    YamlTree tree = new YamlTree(file, duplicates);
    List<ConfigNode> documents = new ArrayList<>();
    try {
      for (Node node : new Yaml(options).composeAll(new StringReader(text))) {
        documents.add(tree.node(node, 0));
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new SourceRefused(line, "is not valid YAML: " + e.getProblem());
    }
    return documents;
  }

  private ConfigNode node(Node node, int depth) throws SourceRefused {
    int line = line(node);
    if (++nodes > NODE_BUDGET || depth > DEPTH_LIMIT) {
      throw new SourceRefused(
          line, "unfolds to more than " + NODE_BUDGET + " values or " + DEPTH_LIMIT + " levels");
    }
    if (node instanceof MappingNode map) {
      Map<String, ConfigNode> fields = new LinkedHashMap<>();
      fill(map, depth, fields);
      return new ConfigNode(line, null, fields, List.of());
    }
    if (node instanceof SequenceNode list) {
      List<ConfigNode> items = new ArrayList<>();
      for (Node item : list.getValue()) {
        items.add(node(item, depth + 1));
      }
      return new ConfigNode(line, null, Map.of(), items);
    }
    boolean absent = Tag.NULL.equals(node.getTag());
    return ConfigNode.text(line, absent ? null : ((ScalarNode) node).getValue());
  }

  private void fill(MappingNode map, int depth, Map<String, ConfigNode> fields)
      throws SourceRefused {
    Map<String, Integer> own = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      String key = key(tuple.getKeyNode());
      if (key == null) {
        continue;
      }
      if (key.equals("<<")) {
        merge(tuple.getValueNode(), depth, fields);
        continue;
      }
      int line = line(tuple.getKeyNode());
      Integer before = own.put(key, line);
      if (before != null) {
        Location first = new Location(file, Objects.requireNonNull(before));
        duplicates.accept(new DuplicateKey(key, first, new Location(file, line)));
      }
      fields.put(key, node(tuple.getValueNode(), depth + 1));
    }
  }

  /** Merged keys come before the map's own, which win. */
  private void merge(Node from, int depth, Map<String, ConfigNode> fields) throws SourceRefused {
    if (from instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        merge(item, depth + 1, fields);
      }
    } else if (from instanceof MappingNode) {
      for (Map.Entry<String, ConfigNode> e : node(from, depth + 1).fields().entrySet()) {
        fields.putIfAbsent(e.getKey(), e.getValue());
      }
    }
  }

  private static @Nullable String key(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private static int line(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
