package io.dealdocs.sandbox.pipedrive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** A running Pipedrive: two companies, the sign-in, and the file storage. */
public final class PipedriveSandbox implements AutoCloseable {
    /** Company Acme: Ada 1001 (admin), Ben 1002, Cleo 1003, Dan 1004 (no API), Eve 1005. */
    public static final long ACME = Directory.ACME.id();

    /** Company Globex: Gus 1001 (admin), Gina 1000. */
    public static final long GLOBEX = Directory.GLOBEX.id();

    private final SandboxParts parts;

    private PipedriveSandbox(SandboxParts parts) {
        this.parts = parts;
    }

    /**
     * Starts a sandbox, with the state of its data directory if it has one, else with the seed.
     *
     * @throws UncheckedIOException if a port is taken or the data directory cannot be used
     */
    public static PipedriveSandbox start(PipedriveSandboxOptions options) {
        try {
            return new PipedriveSandbox(SandboxParts.start(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Origin of company Acme, which also has the sign-in. */
    public URI acme() {
        return parts.world().origins().acme();
    }

    /** Origin of company Globex. */
    public URI globex() {
        return parts.world().origins().globex();
    }

    /** Origin of the file storage. */
    public URI storage() {
        return parts.world().origins().storage();
    }

    /** The app as it is registered. */
    public AppRegistration app() {
        return parts.world().app();
    }

    /** Registers the app anew, as when its addresses are known only after this sandbox has started. */
    public void register(AppRegistration app) {
        parts.world().registration().set(app);
    }

    /** The active files of a deal, by id. */
    public List<SandboxFile> files(long companyId, long dealId) {
        return parts.cabinet().onDeal(company(companyId), dealId).stream()
                .map(this::seen)
                .toList();
    }

    /** Adds a file to a deal as its user would in Pipedrive's own pages. */
    public SandboxFile addFile(long companyId, long dealId, long userId, String name, byte[] content) {
        return addFile(companyId, dealId, userId, name, new ByteArrayInputStream(content));
    }

    /** As {@link #addFile(long, long, long, String, byte[])}, streamed. */
    public SandboxFile addFile(long companyId, long dealId, long userId, String name, InputStream content) {
        try {
            Path scratch = parts.world().blobs().scratch();
            Files.copy(content, scratch, StandardCopyOption.REPLACE_EXISTING);
            User user = user(companyId, userId);
            return seen(parts.cabinet().add(user, name, FileLinks.plain(dealId), FileOrigin.STORAGE, scratch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file hang on something else than before. */
    public SandboxFile hangOn(long companyId, long fileId, FileLinks links) {
        return seen(parts.cabinet().hangOn(file(companyId, fileId), links));
    }

    /** Renames a file as a user would in Pipedrive's own pages. */
    public SandboxFile renameFile(long companyId, long fileId, String name) {
        FileRecord file = file(companyId, fileId);
        return seen(parts.cabinet().rename(file, Optional.of(name), Optional.empty()));
    }

    /** Deletes a file as a user would in Pipedrive's own pages. */
    public void deleteFile(long companyId, long fileId) {
        parts.cabinet().delete(file(companyId, fileId));
    }

    /** Installs the app for a member without asking anybody. */
    public SandboxGrant install(long companyId, long userId) {
        Grants.Pair pair = parts.grants().install(user(companyId, userId).member());
        return new SandboxGrant(pair.access().value(), pair.refresh().value());
    }

    /** An authorization code as the consent page would hand it to the callback URL. */
    public String authorizationCode(long companyId, long userId) {
        Member member = user(companyId, userId).member();
        return parts.grants().code(member, app().callbackUrl().toString()).value();
    }

    /** Uninstalls the app for a member, with the call to the app; answers its status, 0 for none. */
    public int uninstall(long companyId, long userId) {
        return parts.uninstaller().uninstall(user(companyId, userId).member());
    }

    /** Whether the app is installed for a member. */
    public boolean installed(long companyId, long userId) {
        return parts.world().installed(user(companyId, userId));
    }

    /** A signed token as a frame of that member would get it. */
    public String frameToken(long companyId, long userId) {
        return parts.frameTokens().sign(user(companyId, userId).member());
    }

    /** Everything that was asked so far, oldest first. */
    public List<RecordedRequest> requests() {
        return parts.world().log().entries();
    }

    /** Forgets what was asked so far. */
    public void forgetRequests() {
        parts.world().log().clear();
    }

    /** Tokens that a company has spent today. */
    public long spentToday(long companyId) {
        return parts.rates().spent(company(companyId));
    }

    /** What shall go wrong. */
    public SandboxFaults faults() {
        return parts.world().faults();
    }

    /** All access tokens end now. */
    public void expireAccessTokens() {
        parts.grants().expireAccessTokens();
    }

    /** All refresh tokens end now; the access tokens live on. */
    public void invalidateRefreshTokens() {
        parts.grants().invalidateRefreshTokens();
    }

    /** The sandbox's time. */
    public SandboxClock clock() {
        return parts.world().clock();
    }

    /** Back to the seed: files, installations, faults, budgets and the log; the clock stays. */
    public void reset() {
        parts.reset();
    }

    private FileRecord file(long companyId, long fileId) {
        return parts.cabinet().find(company(companyId), fileId).orElseThrow();
    }

    private Company company(long id) {
        return parts.world().directory().company(id);
    }

    private User user(long companyId, long userId) {
        return parts.world().directory().user(new Member(companyId, userId)).orElseThrow();
    }

    private SandboxFile seen(FileRecord file) {
        return new SandboxFile(
                file.id(),
                file.name(),
                file.size(),
                file.userId(),
                file.addTime(),
                file.updateTime(),
                file.links(),
                parts.world().blobs().path(file.storageName()));
    }

    @Override
    public void close() {
        parts.close();
    }
}
