/** From drafts to numbered, dated, merged findings on disk and in memory. */
@NullMarked
package io.streamsmonitor.core.journal;

import org.jspecify.annotations.NullMarked;
