/** One class a verb: it parses, calls, prints. */
@NullMarked
package io.streamsmonitor.cli.verbs;

import org.jspecify.annotations.NullMarked;
