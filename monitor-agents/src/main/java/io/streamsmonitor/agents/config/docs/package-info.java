/** What documents say: streams, groups, settings and message schemas. */
@NullMarked
package io.streamsmonitor.agents.config.docs;

import org.jspecify.annotations.NullMarked;
