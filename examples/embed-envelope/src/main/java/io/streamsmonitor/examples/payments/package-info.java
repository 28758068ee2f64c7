/** A service that reads orders and writes invoices, and nothing about monitoring. */
@NullMarked
package io.streamsmonitor.examples.payments;

import org.jspecify.annotations.NullMarked;
