/** A finished session as every renderer and the gate see it: computed once, decided here. */
@NullMarked
package io.streamsmonitor.report;

import org.jspecify.annotations.NullMarked;
