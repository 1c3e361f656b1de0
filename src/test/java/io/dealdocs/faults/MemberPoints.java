package io.dealdocs.faults;

import static io.dealdocs.faults.Point.When.AFTER;
import static io.dealdocs.faults.Point.at;

import java.util.List;

/** Between the effects of what happens to a member's tokens. */
final class MemberPoints {

    private MemberPoints() {}

    static final List<Point> ALL = List.of(
            at(
                    "token.exchanged",
                    AFTER,
                    "pipedrive.PipedriveOAuth",
                    "refresh",
                    "",
                    "Pipedrive has handed out a new token, it is not stored"),
            at(
                    "token.stored",
                    AFTER,
                    "installation.JdbcMemberTokens",
                    "save",
                    "installation.TokenRefresh",
                    "the new token is written, not committed"),
            at(
                    "uninstall.tokens-removed",
                    AFTER,
                    "installation.JdbcMemberTokens",
                    "delete",
                    "",
                    "the tokens are deleted, not committed"),
            at(
                    "uninstall.committed",
                    AFTER,
                    "installation.Members",
                    "disconnect",
                    "",
                    "the tokens are gone, Pipedrive was not told"));
}
