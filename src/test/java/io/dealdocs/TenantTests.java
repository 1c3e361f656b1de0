package io.dealdocs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dealdocs.installation.Member;
import io.dealdocs.installation.Members;
import io.dealdocs.pipedrive.PipedriveAccess;
import io.dealdocs.pipedrive.PipedriveUsers;
import io.dealdocs.sandbox.pipedrive.PipedriveSandbox;
import io.dealdocs.shared.MemberId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members whose numbers are equal, or add up to the same, share nothing. */
class TenantTests extends WholeApplication {

    private static final MemberId ADA = MemberId.of(PipedriveSandbox.ACME, 1001);
    private static final MemberId GUS = MemberId.of(PipedriveSandbox.GLOBEX, 1001);
    private static final MemberId GINA = MemberId.of(PipedriveSandbox.GLOBEX, 1000);

    @Autowired
    private Members members;

    @Autowired
    private PipedriveUsers users;

    @BeforeEach
    void connect() {
        for (MemberId member : List.of(ADA, GUS, GINA)) {
            Consent.give(
                    app(), pipedrive(), member.company().value(), member.user().value());
        }
    }

    @Test
    void eachAsksPipedriveAsThemselvesAtTheirOwnCompany() {
        assertThat(ADA.company().value() + ADA.user().value())
                .isEqualTo(GINA.company().value() + GINA.user().value());
        for (MemberId member : List.of(ADA, GUS, GINA)) {
            assertThat(members.ask(member, users::me).id()).isEqualTo(member);
        }
        assertThat(members.ask(ADA, PipedriveAccess::apiDomain))
                .isEqualTo(pipedrive().acme());
        assertThat(members.ask(GINA, PipedriveAccess::apiDomain))
                .isEqualTo(pipedrive().globex());
        assertThat(members.apiDomain(GUS.company())).isEqualTo(pipedrive().globex());
    }

    @Test
    void noCompanyKnowsAnothersMembers() {
        assertThat(members.connectedOf(GUS.company())).extracting(Member::id).containsExactlyInAnyOrder(GUS, GINA);
        assertThat(members.connectedOf(ADA.company()))
                .extracting(Member::id)
                .contains(ADA)
                .doesNotContain(GUS, GINA);
        assertThat(members.find(GUS).orElseThrow().name()).isEqualTo("Gus Prado");
        assertThat(members.find(ADA).orElseThrow().name()).isEqualTo("Ada Lind");
    }

    @Test
    void whoLeavesTakesNobodyAlong() {
        pipedrive().uninstall(PipedriveSandbox.GLOBEX, 1000);

        assertThat(members.ask(ADA, users::me).id()).isEqualTo(ADA);
        assertThat(members.ask(GUS, users::me).id()).isEqualTo(GUS);
        assertThat(members.connectedOf(GUS.company())).extracting(Member::id).containsExactly(GUS);
    }
}
