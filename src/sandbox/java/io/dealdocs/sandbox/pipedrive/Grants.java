package io.dealdocs.sandbox.pipedrive;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands out codes and tokens and takes them back (pipedrive contract, section 1). */
final class Grants {
    private static final Duration CODE_LIFE = Duration.ofMinutes(5);
    private static final Duration ACCESS_LIFE = Duration.ofSeconds(3599);
    private static final Duration REFRESH_LIFE = Duration.ofDays(60);

    /** A fresh pair of tokens. */
    record Pair(Grant.Access access, Grant.Refresh refresh) {}

    private final World world;

    Grants(World world) {
        this.world = world;
    }

    Grant.Code code(Member member, String redirectUri) {
        String value = member.companyId() + "." + member.userId() + "." + Tokens.hex(20);
        var code = new Grant.Code(value, member, redirectUri, now().plus(CODE_LIFE));
        return world.state().change(book -> {
            book.codes.put(value, code);
            return code;
        });
    }

    /** Takes a code; it is gone whether or not the rest of the request is right. */
    Optional<Grant.Code> takeCode(String value) {
        return world.state().change(book -> Optional.ofNullable(book.codes.remove(value)));
    }

    boolean expired(Grant.Code code) {
        return !now().isBefore(code.expiresAt());
    }

    Pair install(Member member) {
        boolean killOld = world.faults().is(Switch.NEW_CONSENT_KILLS_OLD_TOKENS);
        return world.state().change(book -> {
            if (killOld) {
                book.forget(member);
            }
            dropDead(book);
            Grant.Access access = addAccess(book, member);
            Grant.Refresh refresh = addRefresh(book, member);
            book.installed.add(member);
            return new Pair(access, refresh);
        });
    }

    Optional<Pair> refresh(String value) {
        boolean rotate = world.faults().is(Switch.ROTATES_REFRESH_TOKENS);
        return world.state().change(book -> {
            dropDead(book);
            return Optional.ofNullable(book.refreshTokens.remove(value)).map(old -> {
                Grant.Refresh kept = rotate ? addRefresh(book, old.member()) : renewed(book, old);
                return new Pair(addAccess(book, old.member()), kept);
            });
        });
    }

    Optional<Member> memberOfAccess(String value) {
        Instant now = now();
        return world.state()
                .read(book -> Optional.ofNullable(book.accessTokens.get(value))
                        .filter(token -> now.isBefore(token.expiresAt()))
                        .map(Grant.Access::member));
    }

    /** Revoking a refresh token uninstalls; revoking an access token kills only that one. */
    void revoke(String value) {
        world.state().change(book -> {
            book.accessTokens.remove(value);
            Optional.ofNullable(book.refreshTokens.get(value)).ifPresent(token -> book.forget(token.member()));
            return value;
        });
    }

    void uninstall(Member member) {
        world.state().change(book -> {
            book.forget(member);
            return member;
        });
    }

    void expireAccessTokens() {
        world.state().change(book -> {
            book.accessTokens.clear();
            return true;
        });
    }

    void invalidateRefreshTokens() {
        world.state().change(book -> {
            book.refreshTokens.clear();
            return true;
        });
    }

    private Grant.Access addAccess(Book book, Member member) {
        var token = new Grant.Access("v1u:" + Tokens.base64(96), member, now().plus(ACCESS_LIFE));
        book.accessTokens.put(token.value(), token);
        return token;
    }

    private Grant.Refresh addRefresh(Book book, Member member) {
        String value = member.companyId() + ":" + member.userId() + ":" + Tokens.hex(20);
        return renewed(book, new Grant.Refresh(value, member, now()));
    }

    private Grant.Refresh renewed(Book book, Grant.Refresh old) {
        var token = new Grant.Refresh(old.value(), old.member(), now().plus(REFRESH_LIFE));
        book.refreshTokens.put(token.value(), token);
        return token;
    }

    private void dropDead(Book book) {
        Instant now = now();
        book.accessTokens.values().removeIf(token -> !now.isBefore(token.expiresAt()));
        book.refreshTokens.values().removeIf(token -> !now.isBefore(token.expiresAt()));
        book.codes.values().removeIf(code -> now.isAfter(code.expiresAt().plus(CODE_LIFE)));
    }

    private Instant now() {
        return world.clock().instant();
    }
}
