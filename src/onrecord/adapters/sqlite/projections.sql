-- What the ledger says, laid out for questions. Everything here is made from the ledger alone and
-- may be dropped at any time; a change here comes with a new migration number, because stores
-- remake their projections whenever a migration has run.
DROP TABLE IF EXISTS document;
DROP TABLE IF EXISTS statement;
DROP TABLE IF EXISTS record;

CREATE TABLE document (
    sequence   INTEGER PRIMARY KEY REFERENCES ledger (sequence),
    id         TEXT NOT NULL UNIQUE,
    origin_key TEXT NOT NULL,
    version_of TEXT,
    url        TEXT,
    title      TEXT,
    publisher  TEXT,
    doc_date   TEXT
) STRICT;
CREATE INDEX document_by_origin ON document (origin_key, sequence);

CREATE TABLE statement (
    sequence INTEGER PRIMARY KEY REFERENCES ledger (sequence),
    id       TEXT NOT NULL UNIQUE,
    document TEXT NOT NULL,
    kind     TEXT NOT NULL,
    words    TEXT NOT NULL
) STRICT;
CREATE INDEX statement_by_document ON statement (document, sequence);

CREATE TABLE record (
    sequence INTEGER PRIMARY KEY REFERENCES ledger (sequence),
    id       TEXT NOT NULL UNIQUE,
    type     TEXT NOT NULL
) STRICT;
CREATE INDEX record_by_type ON record (type, sequence);
