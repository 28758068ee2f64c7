package io.streamsmonitor.agents.config;

import io.streamsmonitor.agents.config.declare.CodeUses;
import io.streamsmonitor.agents.config.declare.Declarations;
import io.streamsmonitor.agents.config.docs.Docs;
import io.streamsmonitor.agents.config.docs.StreamSchema;
import io.streamsmonitor.agents.config.env.EnvAudit;
import io.streamsmonitor.agents.config.read.ConfigSources;
import io.streamsmonitor.agents.config.read.PortBinding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the auditor's rules look at: what is declared, what code does, and what Redis holds.
 *
 * @param services names of the fleet's services
 * @param ports that services take on the host
 * @param schemas documented messages by stream
 * @param live null where Redis was not asked
 */
public record ConfigView(
    List<String> services,
    ConfigSources sources,
    CodeUses code,
    Declarations declared,
    Docs docs,
    Map<String, StreamSchema> schemas,
    EnvAudit env,
    List<PortBinding> ports,
    @Nullable Live live) {

  public ConfigView {
    services = List.copyOf(services);
    schemas = Map.copyOf(schemas);
    ports = List.copyOf(ports);
  }

  /** The same fleet with another look at Redis. */
  public ConfigView at(@Nullable Live look) {
    return new ConfigView(services, sources, code, declared, docs, schemas, env, ports, look);
  }
}
