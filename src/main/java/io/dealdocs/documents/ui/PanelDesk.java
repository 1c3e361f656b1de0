package io.dealdocs.documents.ui;

import io.dealdocs.documents.DealChanged;
import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DealListing;
import io.dealdocs.documents.DeletionId;
import io.dealdocs.documents.DocumentDesk;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.documents.Reach;
import io.dealdocs.documents.VersionLine;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.installation.InstallationProperties;
import io.dealdocs.publishing.PublicationDesk;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Subject;
import io.dealdocs.ui.Background;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What panels ask of the services, for a member and a deal. */
@Component
record PanelDesk(
        DealDocuments documents,
        DocumentDesk details,
        DocumentVersions versions,
        PublicationDesk publications,
        EditorSessions sessions,
        DownloadAddresses downloads,
        DealChanges changes,
        NewDocumentDesk newDocuments,
        PanelProperties properties,
        InstallationProperties us,
        Background background) {

    DealListing list(MemberId member, DealId deal, Reach reach) {
        return documents.list(member, deal, reach);
    }

    DealListing further(MemberId member, DealId deal, int start) {
        return documents.further(member, deal, start);
    }

    URI prepare(MemberId member, DealId deal, DealFile file) {
        return sessions.prepare(member, deal, file.ref());
    }

    /** A line that was deleted, and the way to take that back. */
    record Deleted(DealFile file, DeletionId id) implements Serializable {}

    Deleted delete(MemberId member, DealId deal, DealFile file, boolean confirmed) {
        return new Deleted(file, documents.delete(member, deal, file.ref(), confirmed));
    }

    Deleted undo(MemberId member, DealId deal, Deleted deleted) {
        documents.undo(member, deal, deleted.id());
        return deleted;
    }

    Duration undoTime() {
        return documents.undoTime();
    }

    String downloadAddress(MemberId member, DealId deal, DealFile file, Locale locale) {
        return downloads.of(new Download(member, deal, file.ref(), Download.NEWEST, file.name(), locale));
    }

    String downloadAddress(MemberId member, DealId deal, DealFile file, VersionLine version, Locale locale) {
        return downloads.of(new Download(
                member, deal, file.ref(), version.number(), OldVersionName.of(file.name(), version), locale));
    }

    /** The address of a document that never dies. */
    String link(DocumentId document) {
        return us.address("/documents/" + document).toString();
    }

    static DealChanged change(MemberId member, DealId deal) {
        return new DealChanged(member.company(), Subject.of(deal));
    }
}
