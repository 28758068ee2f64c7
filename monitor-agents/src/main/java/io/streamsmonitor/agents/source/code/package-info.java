/** A source file as rules and name resolution need it: no parser's tree, only records. */
@NullMarked
package io.streamsmonitor.agents.source.code;

import org.jspecify.annotations.NullMarked;
