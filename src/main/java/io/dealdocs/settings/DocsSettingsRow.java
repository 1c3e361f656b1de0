package io.dealdocs.settings;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A company's settings as they are kept; the version lets only one of two admins save. */
@Table("docs_settings")
@SuppressWarnings("ArrayRecordComponent") // a row is never compared with another
record DocsSettingsRow(
        @Id long companyId,
        String address,
        String header,
        String coEditing,
        String keyId,
        byte[] secret,
        Instant secretSetAt,
        String secretSetBy,
        @Version long version) {

    @Override
    public String toString() {
        return "DocsSettingsRow[companyId=" + companyId + ", version=" + version + "]";
    }
}
