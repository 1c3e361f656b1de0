alter table document
    -- Since when a list has lacked the file that should be in it; whether it is gone is found out later.
    add column missed_at timestamptz,
    -- When the file, or the deal, was found to be gone at Pipedrive.
    add column gone_at   timestamptz;

create index document_missed on document (missed_at) where missed_at is not null and gone_at is null;
create index document_deleted on document (deleted_at) where deleted_at is not null;
create index document_gone on document (gone_at) where gone_at is not null;

alter table version
    -- The extension of a content whose format is not the one that the document's name tells.
    add column other_format text,
    -- When a person decided what becomes of a version that was offered.
    add column settled_at   timestamptz;

-- Deletions that people asked for. The document is marked as deleted at once, and its file a little later, so that it can
-- be taken back; the row goes when either has happened.
create table deletion (
    id           uuid primary key,
    document_id  uuid        not null unique references document on delete cascade,
    company_id   bigint      not null,
    user_id      bigint      not null,
    deal_id      bigint      not null,
    requested_at timestamptz not null,
    -- From here on it cannot be taken back.
    begun_at     timestamptz
);
