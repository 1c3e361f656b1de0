/**
 * Tries to reach what belongs to others, over the real doors of the running application, and counts what succeeded. It
 * knows what the application promises and how it is attacked, never how it is built inside.
 */
@NullMarked
package io.dealdocs.attack;

import org.jspecify.annotations.NullMarked;
