-- What the sharing desk (exchange) has decided, as every owner keeps it: grants in force, and fields that are closed.

CREATE TABLE kernel.sharing_grant (
  id          text PRIMARY KEY,
  grantee     text NOT NULL,
  holder      text NOT NULL,
  coordinates text[] NOT NULL,
  purpose     text NOT NULL,
  until       timestamptz NOT NULL
);

CREATE TABLE kernel.field_closing (
  id         text PRIMARY KEY,
  coordinate text NOT NULL,
  -- Whose rows are closed; null closes the field on every row.
  holder     text,
  ground     text NOT NULL
);
