/** Foreign text made inert: in Markdown, in HTML, in XML, on a terminal. */
@NullMarked
package io.streamsmonitor.report.text;

import org.jspecify.annotations.NullMarked;
