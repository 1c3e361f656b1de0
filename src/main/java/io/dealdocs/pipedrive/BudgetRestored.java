package io.dealdocs.pipedrive;

import java.net.URI;

/**
 * Told after an answer shows that a company's budget of the day, which was used up, is there again: its day is over, or
 * somebody bought more.
 *
 * @param apiDomain the company's own origin
 */
public record BudgetRestored(URI apiDomain) {}
