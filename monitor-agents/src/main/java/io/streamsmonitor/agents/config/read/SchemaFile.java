package io.streamsmonitor.agents.config.read;

/** An AsyncAPI document or a JSON Schema. */
public record SchemaFile(String file, ConfigNode root) {}
