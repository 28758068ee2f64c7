package io.streamsmonitor.agents.config;

import io.streamsmonitor.core.rule.Rule;

/** A rule of the Config and Doc Auditor. */
public interface ConfigRule extends Rule<ConfigView> {}
