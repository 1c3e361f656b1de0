package io.dealdocs.attack;

import java.util.List;
import java.util.stream.Stream;

/** All attempts, in the order in which they are made: what looks at the log comes last. */
final class Campaign {

    private Campaign() {}

    static List<Attempt> attempts() {
        return Stream.of(
                        PanelTokenAttempts.all(),
                        PanelDealAttempts.all(),
                        TicketAttempts.all(),
                        SignInAttempts.all(),
                        ApiDomainAttempts.all(),
                        UninstallAttempts.all(),
                        ContentAttempts.all(),
                        CallbackAttempts.all(),
                        SessionAttempts.all(),
                        ResultAttempts.all(),
                        SaveAttempts.all(),
                        DownloadAttempts.all(),
                        SettingsAttempts.all(),
                        ServiceAttempts.all(),
                        PageAttempts.all(),
                        HeaderAttempts.all(),
                        WireAttempts.all(),
                        TextAttempts.all(),
                        LogAttempts.all())
                .flatMap(it -> it)
                .toList();
    }
}
