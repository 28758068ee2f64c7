/** A rule is a pure function of a prepared view; this package says how, and runs many of them. */
@NullMarked
package io.streamsmonitor.core.rule;

import org.jspecify.annotations.NullMarked;
