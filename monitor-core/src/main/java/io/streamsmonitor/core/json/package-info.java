/** The one JSON mapper and the small readers around it. */
@NullMarked
package io.streamsmonitor.core.json;

import org.jspecify.annotations.NullMarked;
