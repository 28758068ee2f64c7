package io.streamsmonitor.agents.streams;

import io.streamsmonitor.core.rule.Rule;

/**
 * A rule on one stream and its groups. It says what holds now; what it no longer says is resolved
 * after two looks, or at once where it says why.
 */
public interface StreamRule extends Rule<StreamView> {}
