package io.dealdocs.pipedrive;

/** Who is behind a token, over Pipedrive's REST API v1. */
final class RestPipedriveUsers implements PipedriveUsers {

    private final PipedriveApi api;

    RestPipedriveUsers(PipedriveApi api) {
        this.api = api;
    }

    @Override
    public PipedriveUser me(PipedriveAccess access) {
        return new UserPayload(api.get(access, "/api/v1/users/me").at("data"))
                .user()
                .orElseThrow(() -> new PipedriveException.Unavailable("the answer names no user", null));
    }
}
