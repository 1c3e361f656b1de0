package io.dealdocs.settings;

import io.dealdocs.installation.SecretCipher;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.Secret;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Which Docs server a company uses: its own, else the operator's. */
@Service
@EnableConfigurationProperties(DocsServerProperties.class)
public class CompanyDocsServers {

    private final DocsSettingsRows rows;
    private final SecretCipher cipher;
    private final DocsServerProperties operator;

    CompanyDocsServers(DocsSettingsRows rows, SecretCipher cipher, DocsServerProperties operator) {
        this.rows = rows;
        this.cipher = cipher;
        this.operator = operator;
    }

    /** The Docs server of a company, if there is one. */
    public Optional<DocsServer> of(CompanyId company) {
        return rows.findById(company.value()).map(this::own).or(this::operators);
    }

    /** How people of a company edit together unless they switch. */
    public DocsSettings.CoEditing coEditing(CompanyId company) {
        return rows.findById(company.value())
                .map(row -> DocsSettings.CoEditing.valueOf(row.coEditing()))
                .orElse(DocsSettings.CoEditing.FAST);
    }

    private DocsServer own(DocsSettingsRow row) {
        URI address = URI.create(row.address());
        return new DocsServer(address, address, secret(row), row.header());
    }

    Secret secret(DocsSettingsRow row) {
        return cipher.decrypt(row.secret(), row.keyId(), place(row.companyId()));
    }

    static String place(long company) {
        return "docs_settings/" + company + "/secret";
    }

    private Optional<DocsServer> operators() {
        if (!operator.present()) {
            return Optional.empty();
        }
        URI address = URI.create(operator.url());
        URI internal = operator.internalUrl().isBlank() ? address : URI.create(operator.internalUrl());
        return Optional.of(new DocsServer(address, internal, new Secret(operator.secret()), operator.header()));
    }
}
