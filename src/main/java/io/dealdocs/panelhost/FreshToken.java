package io.dealdocs.panelhost;

import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Offers a person's token to whoever checks it: the one in the address, and once more a fresh one from the host when
 * that is missing or too old.
 */
public final class FreshToken implements Serializable {

    private static final long serialVersionUID = 1L;
    private final PanelHost host;
    private final SerializableBiConsumer<@Nullable String, SerializableRunnable> check;
    private @Nullable String token;

    /**
     * Offers tokens over a host.
     *
     * @param check gets a token, or none where there is no host to ask, and what to run when the token is too old
     */
    public FreshToken(PanelHost host, SerializableBiConsumer<@Nullable String, SerializableRunnable> check) {
        this.host = host;
        this.check = check;
    }

    /** Offers the token of the address; when every token is too old, nothing is left. */
    public void offer(@Nullable String fromAddress, SerializableRunnable exhausted) {
        token = fromAddress;
        if (fromAddress == null && host.isHosted()) {
            renew(exhausted);
        } else {
            check.accept(fromAddress, host.isHosted() ? () -> renew(exhausted) : exhausted);
        }
    }

    /** Offers a fresh one, or the old one again where there is no host to give another. */
    public void offerAgain(SerializableRunnable exhausted) {
        if (host.isHosted()) {
            renew(exhausted);
        } else {
            check.accept(token, exhausted);
        }
    }

    private void renew(SerializableRunnable exhausted) {
        host.signedToken(fresh -> check.accept(fresh, exhausted), exhausted);
    }
}
