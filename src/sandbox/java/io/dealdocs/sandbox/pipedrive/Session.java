package io.dealdocs.sandbox.pipedrive;

import java.util.Optional;

/** Who is signed in at a company in a browser; cookies are shared by all ports of a host, so each company has its own. */
final class Session {
    private static final String LAST_COMPANY = "sandbox_company";

    private final World world;

    Session(World world) {
        this.world = world;
    }

    User user(Request request, Company company) {
        User user = request.cookie(cookie(company))
                .filter(id -> id.matches("[0-9]{1,9}"))
                .flatMap(id -> world.directory().user(new Member(company.id(), Long.parseLong(id))))
                .orElseGet(() -> world.directory().users(company).getFirst());
        request.trace().member = user.member();
        return user;
    }

    /** The company whose pages this browser looked at last. */
    Company lastCompany(Request request) {
        Optional<String> id = request.cookie(LAST_COMPANY);
        return world.directory().companies().stream()
                .filter(company -> id.equals(Optional.of(Long.toString(company.id()))))
                .findFirst()
                .orElse(Directory.ACME);
    }

    Answer signIn(User user, String then) {
        return Answer.redirect(then).with("Set-Cookie", cookie(user.companyId(), Long.toString(user.id())));
    }

    Answer remember(Company company, Answer page) {
        return page.with("Set-Cookie", LAST_COMPANY + "=" + company.id() + "; Path=/; SameSite=Lax");
    }

    private static String cookie(Company company) {
        return "sandbox_user_" + company.id();
    }

    private static String cookie(long companyId, String value) {
        return "sandbox_user_" + companyId + "=" + value + "; Path=/; HttpOnly; SameSite=Lax";
    }
}
