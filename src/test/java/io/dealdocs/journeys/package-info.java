/** Journeys of people through the demo in a real browser; they start what a newcomer starts. */
@NullMarked
package io.dealdocs.journeys;

import org.jspecify.annotations.NullMarked;
