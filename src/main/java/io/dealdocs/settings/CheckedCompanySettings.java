package io.dealdocs.settings;

import io.dealdocs.installation.AuditEntry;
import io.dealdocs.installation.AuditTrail;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.installation.PipedriveRefusals;
import io.dealdocs.installation.SecretCipher;
import io.dealdocs.onlyoffice.DocsServer;
import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.pipedrive.PipedriveUsers;
import io.dealdocs.settings.DocsSettings.CoEditing;
import io.dealdocs.settings.SaveOutcome.Problem;
import io.dealdocs.settings.SaveOutcome.Refused;
import io.dealdocs.settings.SaveOutcome.Saved;
import io.dealdocs.shared.CompanyId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import io.dealdocs.shared.Secret;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves settings only after the Docs server has answered with them. */
@Service
class CheckedCompanySettings implements CompanySettings {

    private static final int SECRET_BYTES = 32;

    private final DocsSettingsRows rows;
    private final CompanyDocsServers servers;
    private final DocsServerProperties operator;
    private final ConnectionCheck connection;
    private final Members members;
    private final PipedriveUsers users;
    private final SecretCipher cipher;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    CheckedCompanySettings(
            DocsSettingsRows rows,
            CompanyDocsServers servers,
            DocsServerProperties operator,
            ConnectionCheck connection,
            Members members,
            PipedriveUsers users,
            SecretCipher cipher,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.servers = servers;
        this.operator = operator;
        this.connection = connection;
        this.members = members;
        this.users = users;
        this.cipher = cipher;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public DocsSettings of(CompanyId company) {
        return rows.findById(company.value()).map(CheckedCompanySettings::shown).orElseGet(this::defaults);
    }

    private static DocsSettings shown(DocsSettingsRow row) {
        return new DocsSettings(
                row.address(),
                row.header(),
                CoEditing.valueOf(row.coEditing()),
                Optional.of(row.secretSetAt()),
                row.secretSetBy(),
                false,
                row.version());
    }

    private DocsSettings defaults() {
        String header = operator.present() ? operator.header() : "Authorization";
        return new DocsSettings("", header, CoEditing.FAST, Optional.empty(), "", operator.present(), 0);
    }

    @Override
    public SaveOutcome save(MemberId admin, NewDocsSettings wanted) {
        requireAdmin(admin);
        Optional<DocsSettingsRow> stored = rows.findById(admin.company().value());
        if (stored.map(DocsSettingsRow::version).orElse(0L) != wanted.version()) {
            return new Refused(Problem.CHANGED_MEANWHILE);
        }
        Optional<Secret> secret = wanted.secret()
                .filter(text -> !text.isBlank())
                .map(text -> new Secret(text.strip()))
                .or(() -> stored.map(servers::secret));
        if (secret.isEmpty()) {
            return new Refused(Problem.SECRET_EMPTY);
        }
        try {
            URI address = DocsAddress.parse(wanted.address(), operator.allowHttp());
            String header = DocsAddress.header(wanted.header());
            SaveOutcome outcome = connection.check(new DocsServer(address, address, secret.get(), header));
            return outcome instanceof Saved saved
                    ? store(admin, wanted, new DocsServer(address, address, secret.get(), header), stored, saved)
                    : outcome;
        } catch (DocsAddress.Malformed malformed) {
            return new Refused(malformed.problem());
        }
    }

    private SaveOutcome store(
            MemberId admin, NewDocsSettings wanted, DocsServer server, Optional<DocsSettingsRow> stored, Saved saved) {
        long company = admin.company().value();
        boolean newSecret = wanted.secret().filter(text -> !text.isBlank()).isPresent();
        Instant setAt =
                newSecret || stored.isEmpty() ? clock.instant() : stored.get().secretSetAt();
        String setBy =
                newSecret || stored.isEmpty() ? name(admin) : stored.get().secretSetBy();
        boolean otherSecret = !stored.map(servers::secret).equals(Optional.of(server.secret()));
        DocsSettingsRow row = new DocsSettingsRow(
                company,
                server.publicUrl().toString(),
                server.header(),
                wanted.coEditing().name(),
                cipher.keyId(),
                cipher.encrypt(server.secret(), CompanyDocsServers.place(company)),
                setAt,
                setBy,
                wanted.version());
        try {
            transaction.executeWithoutResult(
                    status -> store(admin, row, SettingsChange.words(stored, row, otherSecret)));
            return saved;
        } catch (OptimisticLockingFailureException | DuplicateKeyException raced) {
            return new Refused(Problem.CHANGED_MEANWHILE);
        }
    }

    private void store(MemberId admin, DocsSettingsRow row, String changed) {
        rows.save(row);
        if (!changed.isEmpty()) {
            audit.record(AuditEntry.Draft.by(admin, AuditEntry.Action.SETTINGS_CHANGED, changed));
        }
    }

    private String name(MemberId admin) {
        return members.find(admin).map(Member::name).orElse("");
    }

    private void requireAdmin(MemberId member) {
        try {
            if (!Members.administers(members.ask(member, users::me))) {
                throw new Refusal(Reason.ADMINS_ONLY);
            }
        } catch (PipedriveException trouble) {
            throw PipedriveRefusals.of(trouble, Reason.ADMINS_ONLY, clock);
        }
    }

    @Override
    public String offerSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
