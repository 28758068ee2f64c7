@NullMarked
package io.streamsmonitor.agents;

import org.jspecify.annotations.NullMarked;
