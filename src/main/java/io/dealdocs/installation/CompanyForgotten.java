package io.dealdocs.installation;

import io.dealdocs.shared.CompanyId;

/**
 * A company is about to be forgotten: whoever holds something of it that does not go with its row erases that now. In no
 * transaction; somebody of the company may come back at any moment, so {@link Forgetting#isDue} is asked in each.
 */
public record CompanyForgotten(CompanyId company) {}
