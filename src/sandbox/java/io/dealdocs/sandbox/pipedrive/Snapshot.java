package io.dealdocs.sandbox.pipedrive;

import java.util.List;
import java.util.Map;

/** The whole state as it is written to disk. */
record Snapshot(
        long movedSeconds,
        Map<Long, Long> lastFileIds,
        List<FileRecord> files,
        List<Grant.Code> codes,
        List<Grant.Access> accessTokens,
        List<Grant.Refresh> refreshTokens,
        List<Member> installed,
        List<ThemeChoice> themes) {

    /** The colours one member chose. */
    record ThemeChoice(Member member, User.Theme theme) {}
}
