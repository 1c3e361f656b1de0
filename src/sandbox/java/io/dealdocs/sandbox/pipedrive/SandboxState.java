package io.dealdocs.sandbox.pipedrive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The one place where state changes: under a lock, and on disk before the caller goes on. */
final class SandboxState {
    private final Book book = new Book();
    private final ReentrantLock lock = new ReentrantLock();
    private final Optional<StateFile> file;
    private final SandboxClock clock;

    SandboxState(Optional<StateFile> file, SandboxClock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Takes over what is on disk; says whether there was anything. */
    boolean restore() throws IOException {
        Optional<Snapshot> found = file.isPresent() ? file.get().read() : Optional.empty();
        found.ifPresent(snapshot -> {
            book.load(snapshot);
            clock.restore(Duration.ofSeconds(snapshot.movedSeconds()));
        });
        return found.isPresent();
    }

    <T> T read(Function<Book, T> question) {
        lock.lock();
        try {
            return question.apply(book);
        } finally {
            lock.unlock();
        }
    }

    <T> T change(Function<Book, T> step) {
        lock.lock();
        try {
            T result = step.apply(book);
            save();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void save() {
        try {
            if (file.isPresent()) {
                file.get().write(book.snapshot(clock.offset().toSeconds()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
