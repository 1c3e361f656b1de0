/** Starts the application; holds nothing else. */
@NullMarked
package io.dealdocs;

import org.jspecify.annotations.NullMarked;
