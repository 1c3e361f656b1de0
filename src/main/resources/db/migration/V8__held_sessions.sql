alter table editing_session
    -- When its Docs server said last that it holds nothing of the session any more: until then the text of a save that
    -- failed is there and nowhere else.
    add column emptied_at timestamptz;
