/** The monitor command: it parses, calls, prints and exits. */
@NullMarked
package io.streamsmonitor.cli;

import org.jspecify.annotations.NullMarked;
