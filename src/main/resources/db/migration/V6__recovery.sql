alter table editing_session
    -- Since when people have been in without a pause; null while nobody is.
    add column active_since timestamptz,
    -- When a long session was saved and published last although people were in.
    add column hourly_at    timestamptz,
    -- When the Docs server was asked last what became of a silent session.
    add column asked_at     timestamptz,
    -- When a forgotten file of the key was stored although people were in; it stays with the Docs server until they leave.
    add column forgotten_at timestamptz;

create index editing_session_server on editing_session (company_id, docs_url, heard_at desc);
create index editing_session_running on editing_session (heard_at) where ended_at is null and quiet_since is null;

-- Force saves that somebody waits for; their number comes back in the callback, maybe to another node.
create table awaited_save (
    id         uuid primary key,
    session_id uuid        not null references editing_session on delete cascade,
    asked_at   timestamptz not null,
    stored_at  timestamptz
);
create index awaited_save_session on awaited_save (session_id);

-- Documents whose key is about to be replaced: whoever opens one waits a moment for the next key.
create table closing_document (
    document_id uuid primary key references document on delete cascade,
    -- The revision that is over; null while the editors are still being sent away.
    revision    bigint,
    -- Whoever was to replace the key has died if it has not happened by then.
    until       timestamptz not null
);
