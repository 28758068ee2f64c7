/** The pages for contributors, held to what they promise. */
@NullMarked
package io.streamsmonitor.agents.docs;

import org.jspecify.annotations.NullMarked;
