package io.dealdocs.installation;

import io.dealdocs.pipedrive.PipedriveException;
import io.dealdocs.shared.Refusal;
import io.dealdocs.shared.Refusal.Reason;
import java.time.Clock;

/** Turns what Pipedrive answered into what a person is told: once, at the edge of each feature. */
public final class PipedriveRefusals {

    private PipedriveRefusals() {}

    /**
     * The refusal that tells it.
     *
     * @param missing what it means here that something was not found
     */
    public static Refusal of(PipedriveException trouble, Reason missing, Clock clock) {
        return switch (trouble) {
            case PipedriveException.NotFound notFound -> new Refusal(missing);
            case PipedriveException.Forbidden forbidden -> new Refusal(Reason.FORBIDDEN);
            case PipedriveException.Unauthorized stale -> new Refusal(Reason.RECONNECT);
            case PipedriveException.ReconnectRequired dead -> new Refusal(Reason.RECONNECT);
            case PipedriveException.AccountClosed closed -> new Refusal(Reason.ACCOUNT_CLOSED);
            case PipedriveException.TooLarge tooLarge -> refused(tooLarge);
            case PipedriveException.Rejected rejected -> refused(rejected);
            case PipedriveException.RateLimited limited -> limited(limited, clock);
            case PipedriveException.Unavailable silent -> new Refusal(Reason.PIPEDRIVE_SILENT);
            case PipedriveException.AnswerLost lost -> new Refusal(Reason.PIPEDRIVE_SILENT);
        };
    }

    private static Refusal refused(PipedriveException trouble) {
        return new Refusal(Reason.PIPEDRIVE_REFUSED, String.valueOf(trouble.getMessage()));
    }

    private static Refusal limited(PipedriveException.RateLimited limited, Clock clock) {
        return limited.daily()
                ? new Refusal(Reason.QUOTA_USED_UP, clock.instant().plus(limited.resetAfter()))
                : new Refusal(Reason.SLOW_DOWN, limited.resetAfter().toSeconds());
    }
}
