package io.dealdocs.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A page belongs to one person from its making on, whoever else uses the same browser. */
class CurrentMemberTests {

    private static final CurrentMember ADA = member(54321, 1001, "Ada");
    private static final CurrentMember GINA = member(54322, 1000, "Gina");

    @Test
    void aPageBelongsToNobodyBeforeItIsBound() {
        assertThat(CurrentMember.of(new UI())).isEmpty();
    }

    @Test
    void aPageRefusesASecondMemberAndKeepsItsFirst() {
        UI page = new UI();
        ADA.bindTo(page);

        assertThatThrownBy(() -> GINA.bindTo(page)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> member(54322, 1001, "Gus").bindTo(page)).isInstanceOf(IllegalStateException.class);
        assertThat(CurrentMember.of(page)).contains(ADA);
    }

    @Test
    void theSameMemberMayComeAgain() {
        UI page = new UI();
        ADA.bindTo(page);
        member(54321, 1001, "Ada Lind").bindTo(page);

        assertThat(CurrentMember.of(page)).map(CurrentMember::name).contains("Ada Lind");
    }

    @Test
    void twoPagesOfOneBrowserKeepTwoMembers() {
        UI first = new UI();
        UI second = new UI();
        ADA.bindTo(first);
        GINA.bindTo(second);

        assertThat(CurrentMember.of(first)).contains(ADA);
        assertThat(CurrentMember.of(second)).contains(GINA);
    }

    private static CurrentMember member(long company, long user, String name) {
        return new CurrentMember(company, user, name, "Company", Locale.ENGLISH, ZoneOffset.UTC, false);
    }
}
