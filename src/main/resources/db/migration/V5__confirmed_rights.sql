-- What Pipedrive said last when it was asked with a member's own token. It holds for a while when Pipedrive is silent,
-- and ends at once when Pipedrive says otherwise or the member's consent ends.
create table confirmed_right (
    company_id   bigint      not null,
    user_id      bigint      not null,
    deal_id      bigint      not null,
    title        text        not null,
    confirmed_at timestamptz not null,
    -- The deal's files as this member saw them last (JSON), and when they were asked for.
    files        text,
    files_at     timestamptz,
    primary key (company_id, user_id, deal_id),
    foreign key (company_id, user_id) references member on delete cascade
);
create index confirmed_right_age on confirmed_right (confirmed_at);
