/** What the seven services of the shop share: their settings, their clockwork and their start. */
@NullMarked
package io.streamsmonitor.examples.shop;

import org.jspecify.annotations.NullMarked;
