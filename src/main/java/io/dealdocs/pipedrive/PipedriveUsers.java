package io.dealdocs.pipedrive;

/** Who is behind a token. */
public interface PipedriveUsers {

    /**
     * Asks who the token belongs to; costs 2 tokens of the daily budget.
     *
     * @throws PipedriveException of any kind
     */
    PipedriveUser me(PipedriveAccess access);
}
