-- Who may come in. Nothing here says anything about anybody's health.
CREATE TABLE key_file (
    -- There is one key file, and so one row.
    place TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL
);
CREATE TABLE studio (
    studio_id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE TABLE account (
    account_id TEXT NOT NULL PRIMARY KEY,
    mail TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE TABLE credential (
    account_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    secret TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (account_id, kind)
);
CREATE TABLE account_studio (
    account_id TEXT NOT NULL,
    studio_id TEXT NOT NULL,
    role TEXT NOT NULL,
    member_id TEXT,
    PRIMARY KEY (account_id, studio_id)
);
CREATE INDEX account_studio_of_studio ON account_studio (studio_id);
CREATE TABLE login_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX login_session_of_account ON login_session (account_id);
