package io.streamsmonitor.agents.logs.rules;

import io.streamsmonitor.agents.logs.window.LogWindow;
import io.streamsmonitor.core.rule.Rule;

/** A rule on what services write. */
public interface LogRule extends Rule<LogWindow> {}
