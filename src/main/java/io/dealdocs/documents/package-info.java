/**
 * Documents with their identity, versions and content: what a deal holds, who may open it, what the head is. It knows
 * no editing session and no queue; what it decides travels up as events.
 */
@NullMarked
package io.dealdocs.documents;

import org.jspecify.annotations.NullMarked;
