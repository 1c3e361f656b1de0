package io.dealdocs.documents;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.Subject;

/**
 * Something in a deal's list is different now; panels that show it look again. Published on every node after the change
 * was committed on one of them.
 */
public record DealChanged(CompanyId company, Subject subject) {}
