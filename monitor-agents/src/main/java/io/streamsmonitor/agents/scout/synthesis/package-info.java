/** Ties findings of different agents into clusters, and clusters into causes. */
@NullMarked
package io.streamsmonitor.agents.scout.synthesis;

import org.jspecify.annotations.NullMarked;
