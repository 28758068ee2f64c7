/** Tests of the follower on real files, in virtual time. */
@NullMarked
package io.streamsmonitor.agents.logs.follow;

import org.jspecify.annotations.NullMarked;
