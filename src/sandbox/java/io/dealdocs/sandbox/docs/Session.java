package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.Saving.End;
import io.dealdocs.sandbox.docs.Saving.ForceSave;
import io.dealdocs.sandbox.docs.office.Change;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** One document key with its people and the course of its saving. */
final class Session {

    private enum Phase {
        OPEN,
        SAVING,
        CLOSED
    }

    /** How long a saved key tells its openers that the version has changed; then it begins anew. */
    private static final Duration OUTDATED = Duration.ofMinutes(5);

    /** How long an end waits for the news before it, so that it is not overtaken. */
    private static final Duration TOLD = Duration.ofSeconds(2);

    private final String key;
    private final World world;
    private final Saving saving;
    private final WorkingCopy copy;
    private final Room room = new Room();
    private final Telling telling;
    private final Subscribers subscribers = new Subscribers();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final ReentrantLock posting = new ReentrantLock(true);
    private Phase phase = Phase.OPEN;
    private Instant closedAt = Instant.MIN;
    private long turn;

    Session(String key, World world, Sources sources, Saving saving) {
        this.key = key;
        this.world = world;
        this.saving = saving;
        this.copy = new WorkingCopy(sources);
        this.telling = new Telling(world.timers()::now);
    }

    /** Lets somebody in; a save on its way is waited for first. */
    Editor enter(OpenConfig config, String base, Wire wire) throws OpenRefusedException {
        lock.lock();
        try {
            while (phase == Phase.SAVING) {
                settled.awaitUninterruptibly();
            }
            Editor editor = new Editor(UUID.randomUUID().toString(), config, base, wire, this);
            if (!editor.writes()) {
                room.add(editor);
                return editor;
            }
            renewIfClosed();
            turn++;
            subscribers.add(editor.user().id(), new Subscriber(config.callbackUrl(), base));
            room.add(editor);
            presence(editor, CallbackBody.JOINED);
            return editor;
        } finally {
            lock.unlock();
        }
    }

    private void renewIfClosed() throws OpenRefusedException {
        if (phase != Phase.CLOSED) {
            return;
        }
        if (world.clock().instant().isBefore(closedAt.plus(OUTDATED))) {
            throw new OpenRefusedException(
                    OpenRefusedException.OUTDATED_KEY, "The file version has been changed. The page will be reloaded.");
        }
        phase = Phase.OPEN;
        copy.forget();
    }

    private void presence(Editor editor, int action) {
        CallbackBody body = CallbackBody.of(key, 1).users(room.editorIds());
        tell(editor.config().callbackUrl(), body.action(action, editor.user().id()));
    }

    private void tell(String url, CallbackBody body) {
        telling.next(() -> saving.presence(room, url, body.fields()));
    }

    /** Takes somebody out; with the last editor the session ends, soon or at once. */
    void leave(Editor editor, boolean explicitly) {
        lock.lock();
        try {
            if (room.remove(editor) && editor.writes()) {
                DocsSandboxOptions options = world.settings().now();
                left(List.of(editor), explicitly ? options.closeDelay() : options.saveDelay());
            }
        } finally {
            lock.unlock();
        }
        editor.wire().end();
    }

    /** Turns editors into bystanders; all of them if none is named. */
    void drop(List<String> userIds) {
        lock.lock();
        try {
            List<Editor> dropped = room.editors().stream()
                    .filter(editor ->
                            userIds.isEmpty() || userIds.contains(editor.user().id()))
                    .toList();
            dropped.forEach(room::remove);
            dropped.forEach(editor -> editor.wire().send("drop", ""));
            left(dropped, world.settings().now().closeDelay());
        } finally {
            lock.unlock();
        }
    }

    private void left(List<Editor> gone, Duration delay) {
        if (room.hasEditors()) {
            gone.forEach(editor -> presence(editor, CallbackBody.LEFT));
        } else if (!gone.isEmpty()) {
            long mine = ++turn;
            String last = gone.getLast().user().id();
            world.timers().after(delay, () -> finish(mine, last));
        }
    }

    private void finish(long mine, String whoLeftLast) {
        telling.settle(TOLD);
        posting.lock();
        try {
            if (locked(() -> turn == mine && copy.changed() && beginSaving())) {
                settle(saveLast(whoLeftLast));
            } else if (locked(() -> turn == mine)) {
                CallbackBody body = CallbackBody.of(key, 4).action(CallbackBody.LEFT, whoLeftLast);
                Subscriber subscriber = subscribers.of(whoLeftLast);
                world.timers().now(() -> saving.closed(subscriber, body.fields()));
            }
        } finally {
            posting.unlock();
        }
    }

    private boolean beginSaving() {
        phase = Phase.SAVING;
        return true;
    }

    private End saveLast(String whoLeftLast) {
        try {
            Snapshot snapshot = copy.snapshot();
            return saving.last(key, snapshot, subscribers.of(snapshot.lastAuthor()), whoLeftLast);
        } catch (IOException | RuntimeException e) {
            return End.KEPT;
        }
    }

    private void settle(End end) {
        lock.lock();
        try {
            phase = end == End.TAKEN ? Phase.CLOSED : Phase.OPEN;
            closedAt = world.clock().instant();
            if (end == End.TAKEN) {
                copy.saved();
            } else if (end == End.FORGOTTEN) {
                copy.forget();
            }
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Saves while people go on; 0 if it is on its way, 4 if there is nothing new. */
    int force(ForceSave request) {
        if (!locked(() -> phase == Phase.OPEN && copy.hasNews())) {
            return 4;
        }
        world.timers().now(() -> forceNow(request));
        return 0;
    }

    private void forceNow(ForceSave request) {
        posting.lock();
        try {
            if (!copy.changed()) {
                return;
            }
            Snapshot snapshot = copy.snapshot();
            String whose = request.pressedBy().isEmpty() ? snapshot.lastAuthor() : request.pressedBy();
            boolean taken = saving.force(key, snapshot, subscribers.of(whose), request);
            copy.taken(taken ? snapshot.number() : 0);
            room.tell("forcesaved", Map.of("success", taken, "type", request.type()));
        } finally {
            posting.unlock();
        }
    }

    /** Answers who is here by a callback; false if this key never had an editor. */
    boolean info(String userData) {
        if (subscribers.isEmpty()) {
            return false;
        }
        List<String> users = room.editorIds();
        // With changes and nobody there it tells of an editing session without people.
        boolean editing = !users.isEmpty() || copy.changed();
        CallbackBody body = editing ? CallbackBody.of(key, 1).users(users) : CallbackBody.of(key, 4);
        tell(subscribers.last().callbackUrl(), userData.isEmpty() ? body : body.put("userdata", userData));
        return true;
    }

    void change(Editor editor, Change change) {
        present(editor);
        copy.change(editor, change);
    }

    /** Passes on what somebody says to all who are here. */
    void say(Editor editor, String text) {
        present(editor);
        if (!editor.config().rights().chat()) {
            throw new NotAllowedException("No chat here");
        }
        room.tell("chat", copy.talk().say(editor.user(), text, world.clock().instant()));
    }

    private void present(Editor editor) {
        if (!room.has(editor)) {
            throw new NotAllowedException("This editor is not connected any more");
        }
    }

    Room room() {
        return room;
    }

    WorkingCopy copy() {
        return copy;
    }

    boolean closed() {
        return in(Phase.CLOSED);
    }

    private boolean in(Phase wanted) {
        return locked(() -> phase == wanted);
    }

    /** The server went down: nobody is connected any more and nothing is said of it, but the changes stay. */
    void goDown() {
        locked(() -> {
            turn++;
            return room.clear();
        });
    }

    /** The server is back: what was changed before and never saved is saved, if nobody comes to go on with it. */
    void comeUp() {
        lock.lock();
        try {
            if (phase == Phase.OPEN && !room.hasEditors() && copy.changed()) {
                long mine = ++turn;
                String last = copy.snapshot().lastAuthor();
                world.timers().after(world.settings().now().saveDelay(), () -> finish(mine, last));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be posted about this session. */
    void abandon() {
        locked(() -> ++turn > 0);
    }

    SessionState state(boolean isForgotten) {
        return new SessionState(
                key, room.editorIds(), room.viewerIds(), copy.changed(), closed(), in(Phase.SAVING), isForgotten);
    }

    private boolean locked(BooleanSupplier work) {
        lock.lock();
        try {
            return work.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
