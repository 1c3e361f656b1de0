package io.dealdocs.editing;

import io.dealdocs.editing.Delivery.Kind;
import io.dealdocs.onlyoffice.Callback;
import io.dealdocs.onlyoffice.DocumentServerException;
import io.dealdocs.onlyoffice.SavedFile;
import io.dealdocs.onlyoffice.SignedCallback;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Does what each kind of callback asks for, and decides how trouble is answered. */
@Component
class CallbackDesk {

    private static final Logger log = LoggerFactory.getLogger(CallbackDesk.class);

    private final PresenceDesk presence;
    private final SavePath saves;
    private final ForceSaveRetry forceSaves;

    CallbackDesk(PresenceDesk presence, SavePath saves, ForceSaveRetry forceSaves) {
        this.presence = presence;
        this.saves = saves;
        this.forceSaves = forceSaves;
    }

    /** Returns when the callback may be answered with success; throws the answer otherwise. */
    void take(EditingSession session, SignedCallback signed) {
        switch (signed.callback()) {
            case Callback.Editing editing ->
                quietly(session, () -> presence.editing(session, editing, signed.signedAt()));
            case Callback.ClosedUnchanged closed -> quietly(session, () -> presence.closed(session, signed.signedAt()));
            case Callback.ReadyToSave save ->
                orTryAgain(session, true, () -> saves.take(session, save.file(), Kind.SAVE));
            case Callback.ForceSaved save ->
                forceSaved(session, save.file(), save.userData().orElse(""));
            case Callback.SaveFailed failed -> saveFailed(session, failed.file());
            case Callback.ForceSaveFailed failed -> forceSaveFailed(session, failed.file());
            case Callback.Unknown unknown -> log.info("Callback with status {} needs nothing", unknown.status());
        }
    }

    // Any answer but success to these alarms every editor, while nothing is at stake.
    private static void quietly(EditingSession session, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            log.warn("Session {} could not be told of a callback", session.id(), trouble);
        }
    }

    private void orTryAgain(EditingSession session, boolean everybodyLeft, Runnable work) {
        try {
            work.run();
        } catch (DocumentServerException trouble) {
            throw notTaken(session, everybodyLeft, trouble);
        } catch (RuntimeException trouble) {
            log.error(
                    "A save of session {} could not be stored; the Docs server will try again", session.id(), trouble);
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The save could not be stored", trouble);
        }
    }

    // What the Docs server hands over is wrong, and may be so the next time: people are told before it is.
    private ResponseStatusException notTaken(
            EditingSession session, boolean everybodyLeft, DocumentServerException trouble) {
        log.warn("A result of session {} was not taken: {}", session.id(), trouble.getMessage());
        if (!(trouble instanceof DocumentServerException.Unreachable)) {
            quietly(session, () -> presence.failed(session, everybodyLeft));
        }
        return switch (trouble) {
            case DocumentServerException.ForeignAddress foreign ->
                new ResponseStatusException(
                        HttpStatus.FORBIDDEN, "The result is not on the session's Docs server", foreign);
            case DocumentServerException.TooLarge tooLarge ->
                new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE, "The result is too large", tooLarge);
            default ->
                new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "The result could not be fetched", trouble);
        };
    }

    // A Docs server does not try a force save twice. What is too large once will be so again.
    private void forceSaved(EditingSession session, SavedFile file, String askedFor) {
        try {
            orTryAgain(session, false, () -> saves.take(session, file, Kind.FORCE_SAVE, askedFor));
        } catch (ResponseStatusException notStored) {
            if (notStored.getStatusCode() != HttpStatus.CONTENT_TOO_LARGE) {
                forceSaves.later(session);
            }
            throw notStored;
        }
    }

    private void saveFailed(EditingSession session, Optional<SavedFile> file) {
        orTryAgain(session, true, () -> {
            file.ifPresent(rest -> saves.take(session, rest, Kind.FAILED_SAVE));
            presence.failed(session, true);
        });
        if (file.isEmpty()) {
            // Nothing was handed over: any success would let the Docs server drop the changes it still has. A refusal
            // that is not retried keeps them, and the document can be opened again.
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, "No file was handed over");
        }
    }

    private void forceSaveFailed(EditingSession session, Optional<SavedFile> file) {
        quietly(session, () -> presence.failed(session, false));
        quietly(session, () -> file.ifPresent(rest -> saves.take(session, rest, Kind.FAILED_FORCE_SAVE)));
        forceSaves.later(session);
    }
}
