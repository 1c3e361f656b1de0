alter table editing_session
    -- When the newest callback about who is in was signed, by the Docs server's clock: callbacks overtake each other.
    add column told_at   timestamptz,
    -- How new the newest state is that was handed over and stored, by the same clock.
    add column handed_at timestamptz;
