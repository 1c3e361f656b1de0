package io.dealdocs.settings;

import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.MemberId;

/** Reads and saves a company's settings. */
public interface CompanySettings {

    /** The company's settings, the operator's defaults where it has none. */
    DocsSettings of(CompanyId company);

    /**
     * Checks and saves; asks Pipedrive afresh whether the member is an admin.
     *
     * @throws io.dealdocs.shared.Refusal {@code ADMINS_ONLY}, or why Pipedrive could not be asked
     */
    SaveOutcome save(MemberId admin, NewDocsSettings settings);

    /** A strong secret to offer: 32 random bytes as text. */
    String offerSecret();
}
