/**
 * The session as one HTML file that opens from disk: no script, no request, both colour schemes.
 */
@NullMarked
package io.streamsmonitor.report.html;

import org.jspecify.annotations.NullMarked;
