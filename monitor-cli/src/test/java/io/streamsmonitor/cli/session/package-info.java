/** The command as a user runs it: a process of its own, real services, a real Redis. */
@NullMarked
package io.streamsmonitor.cli.session;

import org.jspecify.annotations.NullMarked;
