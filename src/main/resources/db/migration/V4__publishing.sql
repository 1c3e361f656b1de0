alter table document
    -- A version that a person wants in Pipedrive now: neither the quiet period nor a company's rule holds it or a later
    -- one back.
    add column publish_now  integer,
    -- When attention began: only a consent given since may help by itself.
    add column attention_at timestamptz;

-- Whose token carried the file to Pipedrive: not always its author's.
alter table publication
    add column carried_by bigint;
-- removal knows one more state. held: superseded, but stays until the next file is recorded.

-- A company's budget of the day is used up: its queue asks Pipedrive nothing until then.
create table publishing_pause (
    company_id bigint primary key references company on delete cascade,
    ends_at    timestamptz not null
);

-- Members whose uploads Pipedrive handed on to Google: they are asked about before they upload again.
create index publication_attempt_google on publication_attempt (company_id, user_id) where outcome = 'HELD_BY_GOOGLE';
