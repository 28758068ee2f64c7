/** An agent of your own: watches a business number instead of a technical one. */
@NullMarked
package io.streamsmonitor.examples.customagent;

import org.jspecify.annotations.NullMarked;
