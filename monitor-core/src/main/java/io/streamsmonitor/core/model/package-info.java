/** Records of what was observed; no client library is known here. */
@NullMarked
package io.streamsmonitor.core.model;

import org.jspecify.annotations.NullMarked;
