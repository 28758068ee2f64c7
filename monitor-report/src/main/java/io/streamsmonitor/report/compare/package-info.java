/** Sessions held against each other, and against what is known and accepted. */
@NullMarked
package io.streamsmonitor.report.compare;

import org.jspecify.annotations.NullMarked;
