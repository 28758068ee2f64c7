/** TypeScript and JavaScript files as the records that rules and name resolution need. */
@NullMarked
package io.streamsmonitor.agents.source.script;

import org.jspecify.annotations.NullMarked;
