/** A journey for holders of a Vaadin licence; built by the profile {@code testbench} only. */
@NullMarked
package io.dealdocs.testbench;

import org.jspecify.annotations.NullMarked;
