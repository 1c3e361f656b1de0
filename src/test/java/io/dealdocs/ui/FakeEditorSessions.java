package io.dealdocs.ui;

import io.dealdocs.documents.DealFile;
import io.dealdocs.editing.EditorLaunch;
import io.dealdocs.editing.EditorSessions;
import io.dealdocs.shared.DealId;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import io.dealdocs.shared.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens every document, or refuses each for the same reason. */
public final class FakeEditorSessions implements EditorSessions {

    private final List<String> done = new ArrayList<>();
    private @Nullable Refusal refusal;
    private int revision;

    /** What was asked for, oldest first. */
    public List<String> done() {
        return done;
    }

    /** Refuses everything from now on. */
    public void refuse(Refusal.Reason reason, Object... arguments) {
        refusal = new Refusal(reason, arguments);
    }

    /** Refuses nothing any more. */
    public void relent() {
        refusal = null;
    }

    private void note(String what) {
        if (refusal != null) {
            throw refusal;
        }
        done.add(what);
    }

    @Override
    public URI prepare(MemberId member, DealId deal, DealFile.Ref ref) {
        note("prepare " + member + " " + deal + " " + ref.value());
        return URI.create("https://app.example/documents/" + ref.value() + "?ticket=once");
    }

    @Override
    public URI prepare(MemberId member, DocumentId document) {
        note("prepare " + member + " " + document);
        return URI.create("https://app.example/documents/" + document + "?ticket=once");
    }

    @Override
    public EditorLaunch launchByLink(MemberId member, DocumentId document, boolean dark) {
        note("follow " + member + " " + document);
        return launch(member, document, dark);
    }

    @Override
    public EditorLaunch show(MemberId member, DocumentId document, int version, boolean dark) {
        note("show " + version);
        return launch(member, document, dark);
    }

    @Override
    public EditorLaunch launch(MemberId member, DocumentId document, boolean dark) {
        note("launch " + member + " " + document + (dark ? " dark" : ""));
        revision++;
        return new EditorLaunch(
                URI.create("https://docs.example/api.js"),
                "{\"document\":{\"key\":\"k" + revision + "\"}}",
                "Offer.docx",
                false,
                true,
                URI.create("https://acme.example/deal/3"));
    }
}
