-- The ledger: the only table that cannot be made again. Its digests are those of
-- onrecord.domain.ledger; `payload` is the record's canonical JSON as UTF-8 bytes.
CREATE TABLE ledger (
    sequence       INTEGER PRIMARY KEY CHECK (sequence > 0),
    id             TEXT NOT NULL UNIQUE,
    type           TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    created_by     TEXT NOT NULL,
    created_at     TEXT NOT NULL,
    review         TEXT NOT NULL,
    supersedes     TEXT,
    sources        TEXT NOT NULL,
    payload        BLOB NOT NULL,
    previous       TEXT NOT NULL,
    digest         TEXT NOT NULL
) STRICT;

CREATE INDEX ledger_by_type ON ledger (type, sequence);
CREATE INDEX ledger_by_time ON ledger (created_at, sequence);

CREATE TRIGGER ledger_refuses_change BEFORE UPDATE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only ever added to');
END;

CREATE TRIGGER ledger_refuses_removal BEFORE DELETE ON ledger
BEGIN
    SELECT RAISE(ABORT, 'the ledger is only ever added to');
END;

CREATE TRIGGER ledger_takes_the_next_entry_only BEFORE INSERT ON ledger
WHEN NEW.sequence <> 1 + coalesce((SELECT max(sequence) FROM ledger), 0)
    OR NEW.created_at < coalesce(
        (SELECT created_at FROM ledger ORDER BY sequence DESC LIMIT 1), ''
    )
    OR NEW.previous <> coalesce(
        (SELECT digest FROM ledger ORDER BY sequence DESC LIMIT 1),
        '0000000000000000000000000000000000000000000000000000000000000000'
    )
BEGIN
    SELECT RAISE(ABORT, 'the entry does not follow from the last one');
END;
