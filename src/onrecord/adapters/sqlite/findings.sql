-- What reconciling worked out. Nothing here is the record: the file may be deleted at any time.
CREATE TABLE IF NOT EXISTS made (
    by       TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    digest   TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS item (
    stage    TEXT NOT NULL,
    id       TEXT NOT NULL,
    document TEXT NOT NULL,
    place    TEXT NOT NULL,
    payload  BLOB NOT NULL,
    PRIMARY KEY (stage, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_by_document ON item (document, stage);

-- A key is kept as 63 bits of its digest: two keys that meet by chance cost a comparison, no more.
CREATE TABLE IF NOT EXISTS shared (
    stage TEXT NOT NULL,
    key   INTEGER NOT NULL,
    place TEXT NOT NULL,
    id    TEXT NOT NULL,
    PRIMARY KEY (stage, key, place, id)
) STRICT, WITHOUT ROWID;
-- Indexes begin with what is asked for: one that begins with the stage would be taken for all of it.
CREATE INDEX IF NOT EXISTS shared_by_id ON shared (id, stage);

CREATE TABLE IF NOT EXISTS tie (
    stage   TEXT NOT NULL,
    a       TEXT NOT NULL,
    b       TEXT NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (stage, a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tie_by_b ON tie (b, stage);

CREATE TABLE IF NOT EXISTS member (
    stage TEXT NOT NULL,
    id    TEXT NOT NULL,
    part  TEXT NOT NULL,
    PRIMARY KEY (stage, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS member_by_part ON member (part, stage);

CREATE TABLE IF NOT EXISTS result (
    stage   TEXT NOT NULL,
    id      TEXT NOT NULL,
    part    TEXT NOT NULL,
    place   TEXT NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (stage, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS result_by_part ON result (part, stage);
CREATE INDEX IF NOT EXISTS result_by_place ON result (stage, place, id);
