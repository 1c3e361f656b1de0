package io.dealdocs.sandbox.pipedrive;

import java.time.Instant;

/** What a member gave the app: a code, an access token or a refresh token. */
sealed interface Grant {
    Member member();

    /** A one-time code of the consent page. */
    record Code(String value, Member member, String redirectUri, Instant expiresAt) implements Grant {
        @Override
        public String toString() {
            return "Code[" + member + "]";
        }
    }

    /** A token for the REST interface. */
    record Access(String value, Member member, Instant expiresAt) implements Grant {
        @Override
        public String toString() {
            return "Access[" + member + "]";
        }
    }

    /** A token for new access tokens. */
    record Refresh(String value, Member member, Instant expiresAt) implements Grant {
        @Override
        public String toString() {
            return "Refresh[" + member + "]";
        }
    }
}
