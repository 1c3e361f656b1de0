/** Ids and small value types that every package may name; they know no framework, no port and no feature. */
@NullMarked
package io.dealdocs.shared;

import org.jspecify.annotations.NullMarked;
