/** Measures the budgets of the design, one bench a budget, against the real application, PostgreSQL and stand-ins. */
@org.jspecify.annotations.NullMarked
package io.dealdocs.bench;
