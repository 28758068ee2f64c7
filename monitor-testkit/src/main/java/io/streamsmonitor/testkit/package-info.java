/** Assertions on findings, and harnesses that run agents, rules and sessions without a fleet. */
@NullMarked
package io.streamsmonitor.testkit;

import org.jspecify.annotations.NullMarked;
