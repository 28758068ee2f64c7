/** What a rule says, for a person in front of a terminal. */
@NullMarked
package io.streamsmonitor.cli.explain;

import org.jspecify.annotations.NullMarked;
