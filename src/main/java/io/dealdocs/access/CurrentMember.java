package io.dealdocs.access;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.dealdocs.shared.MemberId;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The person one page belongs to. It is bound to the Vaadin UI when that is made and never changes: all panels of a
 * browser share one cookie, so the HTTP session says nothing about who asks.
 *
 * @param admin whether Pipedrive makes this person an admin of the account's settings
 */
public record CurrentMember(
        long companyNumber,
        long userNumber,
        String name,
        String companyName,
        Locale locale,
        ZoneId timeZone,
        boolean admin)
        implements Serializable {

    /** The pair that identifies the person. */
    public MemberId id() {
        return MemberId.of(companyNumber, userNumber);
    }

    /** Gives a page its person; a page that has another one already keeps it and this call fails. */
    public void bindTo(UI ui) {
        of(ui).filter(other -> !other.id().equals(id())).ifPresent(other -> {
            throw new IllegalStateException("the page belongs to another member");
        });
        ComponentUtil.setData(ui, CurrentMember.class, this);
    }

    /** The person a page belongs to, once it is known. */
    public static Optional<CurrentMember> of(UI ui) {
        return Optional.ofNullable(ComponentUtil.getData(ui, CurrentMember.class));
    }
}
