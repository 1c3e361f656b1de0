package io.dealdocs.attack;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All attempts, in the order in which they are made: what looks at the log comes last. */
final class Campaign {

    private Campaign() {}

    /** The classes of fault that no attempt exploits. */
    static Set<Fault> untried() {
        Set<Fault> untried = EnumSet.allOf(Fault.class);
        attempts().forEach(attempt -> untried.remove(attempt.fault()));
        return untried;
    }

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
                        NameAttempts.all(),
                        SaveAttempts.all(),
                        DownloadAttempts.all(),
                        SettingsAttempts.all(),
                        ServiceAttempts.all(),
                        RightAttempts.all(),
                        PageAttempts.all(),
                        PageDeedAttempts.all(),
                        UploadAttempts.all(),
                        HeaderAttempts.all(),
                        ManagementAttempts.all(),
                        WireAttempts.all(),
                        TextAttempts.all(),
                        LogAttempts.all())
                .flatMap(it -> it)
                .toList();
    }
}
