/** Reads every configuration source under a scope, each value with its file and line. */
@NullMarked
package io.streamsmonitor.agents.config.read;

import org.jspecify.annotations.NullMarked;
