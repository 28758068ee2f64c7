package io.streamsmonitor.agents.config.read;

/** Any YAML file, of one document or several. */
final class YamlReader implements ConfigReader {
  @Override
  public boolean takes(String name, String folder) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  @Override
  public void read(TextFile file, String service, Harvest into) throws SourceRefused {
    for (ConfigNode root : YamlTree.read(file.relative(), file.text(), into.duplicates::add)) {
      StructuredFile.add(file, service, root, into);
    }
  }
}
