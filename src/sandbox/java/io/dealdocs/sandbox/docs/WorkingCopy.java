package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.office.Change;
import io.dealdocs.sandbox.docs.office.Page;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The document of a session with everything done to it since the session began. */
final class WorkingCopy {

    private final Sources sources;
    private final ChangeLog log = new ChangeLog();
    private final Talk talk = new Talk();
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Source source;

    WorkingCopy(Sources sources) {
        this.sources = sources;
    }

    /** The document, fetched by the first who needs it and shared from then on, whatever the others' address says. */
    Source load(OpenConfig config) throws OpenRefusedException {
        loading.lock();
        try {
            Source loaded = source;
            if (loaded == null) {
                loaded = sources.open(config);
                source = loaded;
            }
            return loaded;
        } finally {
            loading.unlock();
        }
    }

    /** Takes a change in and shows it to the others in the order in which it was taken in. */
    void change(Editor editor, Change change) {
        locked(() -> {
            Source loaded = loaded();
            Permission.check(editor.config(), loaded.content(), change);
            loaded.content().apply(change);
            log.add(change);
            talk.remark(change);
            Room room = editor.session().room();
            room.tellOthers(editor, "change", change);
            if (change.kind() == Change.Kind.ADD) {
                String before = loaded.content().before(change.block());
                room.tell("placed", Map.of("block", change.block(), "after", before));
            }
            return true;
        });
    }

    Page page(int group, int from, int count) {
        return locked(() -> loaded().content().page(group, from, count));
    }

    Snapshot snapshot() {
        return locked(() -> {
            Source loaded = loaded();
            return new Snapshot(loaded, loaded.content().freeze(), log.entries(), log.revision(), !log.hasNews());
        });
    }

    boolean changed() {
        return locked(() -> !log.isEmpty());
    }

    /** Whether there is something no successful forced save has taken yet. */
    boolean hasNews() {
        return locked(log::hasNews);
    }

    /** A forced save up to this number has been taken. */
    void taken(long number) {
        locked(() -> {
            log.taken(number);
            return true;
        });
    }

    /** The last save has been taken: what is shown from now on is what was saved. */
    void saved() {
        locked(() -> {
            log.clear();
            return true;
        });
    }

    /** The next opener fetches the document anew. */
    void forget() {
        locked(() -> {
            source = null;
            log.clear();
            talk.clear();
            return true;
        });
    }

    Talk talk() {
        return talk;
    }

    private Source loaded() {
        Source loaded = source;
        if (loaded == null) {
            throw new NotAllowedException("The document is gone");
        }
        return loaded;
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
