package io.streamsmonitor.agents.scout.rules;

import io.streamsmonitor.core.rule.Rule;

/** A rule on code; every one on the class path is applied. */
public interface CodeRule extends Rule<CodeView> {}
