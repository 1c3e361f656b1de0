alter table content
    -- Since when no version refers to it any more, although one did: whoever reads it just now reads it to the end.
    add column set_aside_at timestamptz;
