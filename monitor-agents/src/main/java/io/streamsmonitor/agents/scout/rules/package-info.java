/** Rules on code: what is wrong with how it works on streams, wherever it runs. */
@NullMarked
package io.streamsmonitor.agents.scout.rules;

import org.jspecify.annotations.NullMarked;
