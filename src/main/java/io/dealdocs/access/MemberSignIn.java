package io.dealdocs.access;

import com.vaadin.flow.server.VaadinSession;
import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.installation.SignedInMember;
import io.dealdocs.pipedrive.InvalidPanelToken;
import io.dealdocs.pipedrive.PanelTokens;
import io.dealdocs.shared.DocumentId;
import io.dealdocs.shared.MemberId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds out who a page belongs to, from what was signed and never from what was merely sent. */
@Component
class MemberSignIn implements SignIn {

    private final PanelTokens panelTokens;
    private final Members members;
    private final Tickets tickets;

    MemberSignIn(PanelTokens panelTokens, Members members, Tickets tickets) {
        this.panelTokens = panelTokens;
        this.members = members;
        this.tickets = tickets;
    }

    @Override
    public Outcome byPanelToken(@Nullable String token) {
        if (token == null || token.isBlank()) {
            return new Outcome.TokenRefused();
        }
        try {
            return outcome(panelTokens.verify(token).member());
        } catch (InvalidPanelToken refused) {
            return refused.reason() == InvalidPanelToken.Reason.EXPIRED
                    ? new Outcome.TokenExpired()
                    : new Outcome.TokenRefused();
        }
    }

    private Outcome outcome(MemberId id) {
        Optional<Member> member = members.find(id);
        if (member.isEmpty()) {
            return new Outcome.NotConnected();
        }
        return switch (member.get().connection()) {
            case CONNECTED -> new Outcome.Welcome(current(member.get()));
            case DEAD -> new Outcome.Reconnect();
            case NONE -> new Outcome.NotConnected();
        };
    }

    @Override
    public Optional<CurrentMember> byTicket(String ticket, DocumentId document) {
        Optional<CurrentMember> member =
                tickets.redeem(ticket, document).flatMap(members::find).map(MemberSignIn::current);
        member.ifPresent(it -> VaadinSession.getCurrent().setAttribute(grant(document), it));
        return member;
    }

    @Override
    public Optional<CurrentMember> byEarlierTicket(DocumentId document) {
        return Optional.ofNullable((CurrentMember) VaadinSession.getCurrent().getAttribute(grant(document)));
    }

    private static String grant(DocumentId document) {
        return "opened-by-ticket/" + document;
    }

    @Override
    public Optional<CurrentMember> bySession() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInMember signedIn
                ? members.find(signedIn.id()).map(MemberSignIn::current)
                : Optional.empty();
    }

    private static CurrentMember current(Member member) {
        return new CurrentMember(
                member.id().company().value(),
                member.id().user().value(),
                member.name(),
                member.companyName(),
                member.locale(),
                member.timeZone(),
                member.accountAdmin());
    }
}
