-- What belongs to one studio: its id stands first in every key.
CREATE TABLE member (
    studio_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL,
    erased_at TEXT,
    PRIMARY KEY (studio_id, member_id)
);
CREATE TABLE member_key (
    studio_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    wrapped {bytes} NOT NULL,
    PRIMARY KEY (studio_id, member_id)
);
CREATE TABLE entry (
    studio_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    entry_id TEXT NOT NULL,
    body {bytes} NOT NULL,
    PRIMARY KEY (studio_id, member_id, seq)
);
CREATE UNIQUE INDEX entry_once ON entry (studio_id, member_id, entry_id);
CREATE TABLE card (
    studio_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    card TEXT NOT NULL,
    PRIMARY KEY (studio_id, member_id)
);
CREATE TABLE invitation (
    studio_id TEXT NOT NULL,
    token_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    member_id TEXT,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (studio_id, token_hash)
);
