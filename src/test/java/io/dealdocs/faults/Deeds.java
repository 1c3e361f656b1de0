package io.dealdocs.faults;

import io.dealdocs.documents.DealDocuments;
import io.dealdocs.documents.DealFile;
import io.dealdocs.documents.DocumentKind;
import io.dealdocs.documents.DocumentVersions;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.faults.RemoteControl.Asked;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationContext;

/** What people do in the application's pages, done without a browser. */
final class Deeds {

    private final DealDocuments documents;
    private final DocumentVersions versions;
    private final EditorSessions sessions;

    Deeds(ApplicationContext context) {
        this.documents = context.getBean(DealDocuments.class);
        this.versions = context.getBean(DocumentVersions.class);
        this.sessions = context.getBean(EditorSessions.class);
    }

    void offer(RemoteControl control) {
        control.on("create", this::create)
                .on("upload", this::upload)
                .on("import", this::open)
                .on("launch", this::launch)
                .on("delete", this::delete)
                .on("restore", this::restore)
                .on("copy", this::copy)
                .on("ready", asked -> true)
                .on(
                        "list",
                        asked -> documents
                                .list(member(asked), deal(asked))
                                .files()
                                .size());
    }

    private Object create(Asked asked) {
        return documents
                .create(member(asked), deal(asked), DocumentKind.DOCUMENT, asked.text("title"))
                .toString();
    }

    private Object upload(Asked asked) throws Exception {
        byte[] content = asked.body();
        return documents
                .upload(
                        member(asked),
                        deal(asked),
                        asked.text("name"),
                        content.length,
                        new ByteArrayInputStream(content))
                .toString();
    }

    private Object open(Asked asked) {
        String path = sessions.prepare(member(asked), deal(asked), new DealFile.Ref("f" + asked.text("file")))
                .getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Object launch(Asked asked) {
        return sessions.launch(member(asked), document(asked), false).config().getBytes(StandardCharsets.UTF_8);
    }

    private Object delete(Asked asked) {
        documents.delete(member(asked), deal(asked), DealFile.Ref.of(document(asked)), true);
        return true;
    }

    private Object restore(Asked asked) {
        return versions.makeCurrent(member(asked), deal(asked), document(asked), 1, true);
    }

    private Object copy(Asked asked) {
        return versions.saveAsFile(member(asked), deal(asked), document(asked), 1)
                .toString();
    }

    private static DocumentId document(Asked asked) {
        return DocumentId.parse(asked.text("document"));
    }

    private static MemberId member(Asked asked) {
        return MemberId.of(PipedriveSandbox.ACME, asked.number("user"));
    }

    private static DealId deal(Asked asked) {
        return new DealId(asked.number("deal"));
    }
}
