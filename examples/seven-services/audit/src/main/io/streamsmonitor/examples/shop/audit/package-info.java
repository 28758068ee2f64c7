/** Counts what happened and takes in dead letters. */
@NullMarked
package io.streamsmonitor.examples.shop.audit;

import org.jspecify.annotations.NullMarked;
