/** One class a fault: what the auditor looks for. */
@NullMarked
package io.streamsmonitor.agents.config.rules;

import org.jspecify.annotations.NullMarked;
