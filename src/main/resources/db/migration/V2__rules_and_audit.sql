-- What a company decided about its documents.
alter table company
    -- WHEN_DONE: when the last editor has left; ON_DEMAND: only when a person says so
    add column publish_rule    text    not null default 'WHEN_DONE',
    -- Whether a colleague's token may carry to Pipedrive what its author's cannot.
    add column through_others  boolean not null default true,
    -- Older versions die after so many days, and beyond so many per document; null is never.
    add column retention_days  integer check (retention_days > 0),
    add column retention_count integer check (retention_count > 0);

-- Who did what, and when; kept for the company's admins.
create table audit_entry (
    id            bigint generated always as identity primary key,
    company_id    bigint      not null references company on delete cascade,
    at            timestamptz not null,
    action        text        not null,
    -- Null where nobody but time itself did it.
    user_id       bigint,
    user_name     text        not null,
    document_id   uuid,
    document_name text        not null,
    detail        text        not null
);
create index audit_entry_company on audit_entry (company_id, id);
create index audit_entry_document on audit_entry (document_id, id) where document_id is not null;
