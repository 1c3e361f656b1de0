-- Who we are: one row, made at the first start. It prefixes every document key, so that a Docs server that serves
-- several connectors never mixes our documents with theirs.
create table installation (
    only_row boolean primary key default true check (only_row),
    id       text not null
);

create table company (
    id              bigint primary key,
    name            text        not null,
    domain          text        not null,
    country         text        not null default '',
    api_domain      text        not null,
    -- The highest Pipedrive file id seen so far: an upload of ours whose answer was lost can only be higher.
    highest_file_id bigint      not null default 0,
    connected_at    timestamptz not null,
    -- Set when the last member has left: what we hold of the company dies after the operator's grace time.
    abandoned_at    timestamptz
);

create table member (
    company_id    bigint  not null references company on delete cascade,
    user_id       bigint  not null,
    name          text    not null,
    locale        text    not null,
    time_zone     text    not null,
    account_admin boolean not null,
    connected_at  timestamptz not null,
    primary key (company_id, user_id)
);

-- Tokens are gone at once when their member uninstalls; the member's name stays with the versions.
create table member_token (
    company_id    bigint      not null,
    user_id       bigint      not null,
    key_id        text        not null,
    access_token  bytea       not null,
    refresh_token bytea       not null,
    scopes        text        not null,
    expires_at    timestamptz not null,
    dead          boolean     not null default false,
    refreshed_at  timestamptz not null,
    primary key (company_id, user_id),
    foreign key (company_id, user_id) references member on delete cascade
);

create table docs_settings (
    company_id    bigint primary key references company on delete cascade,
    address       text        not null,
    header        text        not null,
    co_editing    text        not null,
    key_id        text        not null,
    secret        bytea       not null,
    secret_set_at timestamptz not null,
    secret_set_by text        not null,
    version       bigint      not null
);

-- Content is written in chunks by short transactions; rows that nothing refers to are swept.
create table content (
    id         uuid primary key,
    complete   boolean     not null default false,
    size       bigint      not null default 0,
    sha256     text        not null default '',
    created_at timestamptz not null
);

create table content_chunk (
    content_id uuid    not null references content on delete cascade,
    number     integer not null,
    bytes      bytea   not null,
    primary key (content_id, number)
);
-- Office files are zip files: compressing them again costs time and gains nothing.
alter table content_chunk alter column bytes set storage external;

create table document (
    id            uuid primary key,
    company_id    bigint      not null references company on delete cascade,
    subject_kind  text        not null,
    subject_id    bigint      not null,
    name          text        not null,
    -- The version that is the document; none while the content is still Pipedrive's alone.
    head          integer,
    -- The version that Pipedrive holds.
    published     integer,
    last_version  integer     not null default 0,
    -- Part of the document key; rises only where design allows it.
    revision      bigint      not null default 1,
    -- Whoever publishes takes the next number; an older number may not record anything any more.
    publish_fence bigint      not null default 0,
    attention     text,
    created_by    bigint      not null,
    created_at    timestamptz not null,
    deleted_at    timestamptz
);
create index document_subject on document (company_id, subject_kind, subject_id);

-- A Pipedrive file id, current or past, belongs to at most one document of its company.
create table publication (
    company_id   bigint      not null,
    file_id      bigint      not null,
    document_id  uuid        not null references document on delete cascade,
    version      integer,
    current      boolean     not null,
    -- due: to be deleted at Pipedrive; kept: hangs on more than the deal, or Pipedrive refuses; done: deleted
    removal      text        not null default 'none',
    published_at timestamptz not null,
    primary key (company_id, file_id)
);
create index publication_document on publication (document_id);
create index publication_due on publication (document_id) where removal = 'due';
create unique index publication_one_current on publication (document_id) where current;

create table version (
    document_id    uuid        not null references document on delete cascade,
    number         integer     not null,
    origin         text        not null,
    content_id     uuid        not null references content,
    size           bigint      not null,
    sha256         text        not null,
    author_id      bigint,
    author_name    text        not null,
    created_at     timestamptz not null,
    session_id     uuid,
    changes_id     uuid references content,
    changes        text,
    server_version text,
    primary key (document_id, number)
);
create index version_content on version (content_id);
create index version_changes on version (changes_id) where changes_id is not null;
create index version_session on version (session_id);

create table editing_session (
    id            uuid primary key,
    document_id   uuid        not null references document on delete cascade,
    company_id    bigint      not null,
    document_key  text        not null unique,
    revision      bigint      not null,
    base_version  integer     not null,
    docs_url      text        not null,
    docs_internal text        not null,
    docs_header   text        not null,
    opened_at     timestamptz not null,
    heard_at      timestamptz not null,
    -- After a status 4 everybody is out, but people come back under the same key.
    quiet_since   timestamptz,
    -- The Docs server could not assemble the document (status 3); people are told.
    failed_at     timestamptz,
    ended_at      timestamptz
);
create index editing_session_document on editing_session (document_id);

create table editing_session_secret (
    session_id uuid        not null references editing_session on delete cascade,
    key_id     text        not null,
    secret     bytea       not null,
    added_at   timestamptz not null
);

create table editing_session_member (
    session_id uuid        not null references editing_session on delete cascade,
    user_id    bigint      not null,
    editor_id  text        not null,
    name       text        not null,
    present    boolean     not null default false,
    seen_at    timestamptz not null,
    primary key (session_id, user_id)
);

-- Committed before an upload starts, so that a lost answer can be recognised among the deal's files.
create table publication_attempt (
    id                 bigint generated always as identity primary key,
    document_id        uuid        not null references document on delete cascade,
    version            integer     not null,
    fence              bigint      not null,
    company_id         bigint      not null,
    user_id            bigint      not null,
    deal_id            bigint      not null,
    name               text        not null,
    size               bigint      not null,
    sha256             text        not null,
    highest_file_id    bigint      not null,
    replaces_file_id   bigint,
    started_at         timestamptz not null,
    outcome            text,
    file_id            bigint
);
create index publication_attempt_open on publication_attempt (document_id) where outcome is null;
create index publication_attempt_pending on publication_attempt (company_id) where outcome is null;

create table ticket (
    hash        bytea primary key,
    company_id  bigint      not null,
    user_id     bigint      not null,
    document_id uuid        not null references document on delete cascade,
    expires_at  timestamptz not null
);

create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
