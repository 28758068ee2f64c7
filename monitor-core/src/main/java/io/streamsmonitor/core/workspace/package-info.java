/** The session folder: every path in it, and how its files are written. */
@NullMarked
package io.streamsmonitor.core.workspace;

import org.jspecify.annotations.NullMarked;
