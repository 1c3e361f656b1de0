package io.dealdocs.sandbox.pipedrive;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;

/** What every part of the sandbox works on. */
record World(
        Origins origins,
        Directory directory,
        SandboxState state,
        Blobs blobs,
        SandboxFaults faults,
        RequestLog log,
        SandboxClock clock,
        String frameSandbox,
        AtomicReference<AppRegistration> registration) {

    /** The three addresses of the sandbox. */
    record Origins(URI acme, URI globex, URI storage) {
        URI of(Company company) {
            return company.equals(Directory.ACME) ? acme : globex;
        }

        /** The sign-in lives at the first company's address. */
        URI oauth() {
            return acme;
        }
    }

    AppRegistration app() {
        return registration.get();
    }

    boolean installed(User user) {
        return state.read(book -> book.installed.contains(user.member()));
    }

    /** Whether a user sees a deal, which people at Pipedrive may change at any time. */
    boolean sees(User user, Deal deal) {
        return deal.visibleTo(user) && !faults.hides(deal, user);
    }

    User.Theme theme(User user) {
        return state.read(book -> book.themes.getOrDefault(user.member(), user.theme()));
    }
}
