-- Classes with their bookings, and the packages of sessions that members have bought.
CREATE TABLE class (
    studio_id TEXT NOT NULL,
    class_id TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    minutes BIGINT NOT NULL,
    capacity BIGINT NOT NULL,
    cancelled_at TEXT,
    PRIMARY KEY (studio_id, class_id)
);
CREATE UNIQUE INDEX class_once ON class (studio_id, starts_at, title);
CREATE TABLE booking (
    studio_id TEXT NOT NULL,
    class_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    turn BIGINT NOT NULL,
    cancelled_at TEXT,
    attendance TEXT,
    PRIMARY KEY (studio_id, class_id, member_id)
);
CREATE UNIQUE INDEX booking_turn ON booking (studio_id, class_id, turn);
CREATE TABLE package (
    studio_id TEXT NOT NULL,
    package_id TEXT NOT NULL,
    member_id TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    sessions BIGINT NOT NULL,
    paid TEXT NOT NULL,
    PRIMARY KEY (studio_id, package_id)
);
