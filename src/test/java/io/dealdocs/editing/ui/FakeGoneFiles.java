package io.dealdocs.editing.ui;

import io.dealdocs.editing.GoneFiles;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.FileId;
import io.dealdocs.shared.MemberId;
import java.util.ArrayList;
import java.util.List;

/** Remembers what editors answered. */
final class FakeGoneFiles implements GoneFiles {

    final List<String> done = new ArrayList<>();

    @Override
    public void keep(MemberId member, DocumentId document, FileId file) {
        done.add("keep " + member + " " + file);
    }

    @Override
    public void delete(MemberId member, DocumentId document, FileId file) {
        done.add("delete " + member + " " + file);
    }
}
