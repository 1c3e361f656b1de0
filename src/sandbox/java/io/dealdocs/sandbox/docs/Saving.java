package io.dealdocs.sandbox.docs;

import io.dealdocs.sandbox.docs.CallbackSender.Outcome;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Tells the other side what happened to a session: presence, forced saves, the last save. */
final class Saving {

    /** How a session ended. */
    enum End {
        /** The other side has the file; the key is finished with. */
        TAKEN,
        /** Nobody took the file; it lies with the forgotten ones. */
        FORGOTTEN,
        /** No file could be made and nobody was told; the changes stay where they are. */
        KEPT
    }

    /** Who asked for a forced save, and how. */
    record ForceSave(int type, String userData, String pressedBy) {

        static final int COMMAND = 0;
        static final int BUTTON = 1;
    }

    private final World world;
    private final Assembler assembler;
    private final CallbackSender callbacks;
    private final Forgotten forgotten;

    Saving(World world, Assembler assembler, CallbackSender callbacks, Forgotten forgotten) {
        this.world = world;
        this.assembler = assembler;
        this.callbacks = callbacks;
        this.forgotten = forgotten;
    }

    /** Posts somebody's coming or going; trouble is shown to all who edit. */
    void presence(Room room, String url, ObjectNode fields) {
        if (!url.isEmpty() && callbacks.send(url, fields) != Outcome.ACCEPTED) {
            room.tell("warning", "Error on save server subscription!");
        }
    }

    /** Posts the end of a session in which nothing was changed. */
    void closed(Subscriber subscriber, ObjectNode fields) {
        if (!subscriber.callbackUrl().isEmpty()) {
            callbacks.send(subscriber.callbackUrl(), fields);
        }
    }

    /** Makes and posts a forced save; true if the other side has it. */
    boolean force(String key, Snapshot snapshot, Subscriber subscriber, ForceSave request) {
        try {
            Assembly assembly = assembler.assemble(key, snapshot, subscriber.base());
            boolean fails = world.faults().happens(FaultName.STATUS_7_INSTEAD_OF_6, key);
            CallbackBody body = CallbackBody.of(key, fails ? 7 : 6);
            if (!fails) {
                body.result(assembly);
            }
            body.users(List.of(assembly.lastAuthor()));
            if (request.type() == ForceSave.BUTTON) {
                body.action(CallbackBody.PRESSED_SAVE, request.pressedBy());
            }
            described(body, assembly, fails).put("forcesavetype", request.type());
            if (!request.userData().isEmpty()) {
                body.put("userdata", request.userData());
            }
            return callbacks.send(subscriber.callbackUrl(), body.fields()) == Outcome.ACCEPTED && !fails;
        } catch (IOException e) {
            return false;
        }
    }

    private static CallbackBody described(CallbackBody body, Assembly assembly, boolean withoutFile) {
        body.lastSave(assembly.lastSave());
        return withoutFile ? body : body.put("filetype", assembly.fileType());
    }

    /** Makes and posts the last save. */
    End last(String key, Snapshot snapshot, Subscriber subscriber, String whoLeftLast) throws IOException {
        Assembly assembly = assembler.assemble(key, snapshot, subscriber.base());
        boolean fails = world.faults().happens(FaultName.STATUS_3_INSTEAD_OF_2, key);
        boolean again = world.faults().happens(FaultName.STATUS_2_REPEATED, key);
        ObjectNode fields = lastFields(key, assembly, whoLeftLast, fails);
        if (world.faults().happens(FaultName.SAVE_NEVER, key)) {
            return End.KEPT;
        }
        Outcome outcome = subscriber.callbackUrl().isEmpty()
                ? Outcome.REFUSED
                : callbacks.sendInsistently(subscriber.callbackUrl(), fields);
        if (outcome == Outcome.ACCEPTED) {
            forgotten.delete(key);
            if (again) {
                callbacks.send(subscriber.callbackUrl(), fields);
            }
            return End.TAKEN;
        }
        // Who was stopped in the middle has given up nothing.
        if (fails || Thread.currentThread().isInterrupted()) {
            return End.KEPT;
        }
        forgotten.keep(key, assembly.file(), assembly.fileType());
        return End.FORGOTTEN;
    }

    private ObjectNode lastFields(String key, Assembly assembly, String whoLeftLast, boolean fails) {
        boolean corrupted = world.faults().happens(FaultName.STATUS_3_WITH_FILE, key);
        CallbackBody body = CallbackBody.of(key, fails || corrupted ? 3 : 2);
        if (!fails) {
            body.result(assembly);
        }
        body.users(List.of(assembly.lastAuthor())).action(CallbackBody.LEFT, whoLeftLast);
        return described(body, assembly, fails)
                .put("notmodified", assembly.notModified())
                .fields();
    }
}
