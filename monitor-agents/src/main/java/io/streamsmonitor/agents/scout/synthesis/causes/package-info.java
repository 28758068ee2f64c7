/** The named patterns: one class a cause. */
@NullMarked
package io.streamsmonitor.agents.scout.synthesis.causes;

import org.jspecify.annotations.NullMarked;
