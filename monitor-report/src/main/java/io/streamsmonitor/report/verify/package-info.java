/** Finds the quotes of a session's findings again in the session folder. */
@NullMarked
package io.streamsmonitor.report.verify;

import org.jspecify.annotations.NullMarked;
