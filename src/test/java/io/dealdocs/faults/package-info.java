/**
 * Breaks everything around and inside the application, on purpose and in a repeatable order, and counts what was lost or
 * doubled. Application, PostgreSQL and stand-ins are processes of their own.
 */
@NullMarked
package io.dealdocs.faults;

import org.jspecify.annotations.NullMarked;
