-- Business numbers (编号) are counted for each party by itself: from one counter of all, the numbers of a party had gaps, and told how many the others had taken.
-- What each has counted so far is read from its rows, by the migrations of the owners. Taken inside the transaction that uses the number.
DROP TABLE kernel.number_series;
CREATE TABLE kernel.number_count (
  holder text    NOT NULL,
  kind   text    NOT NULL,
  -- 0 where the rule does not name the year.
  year   integer NOT NULL,
  last   integer NOT NULL,
  PRIMARY KEY (holder, kind, year)
);

-- The rules by which a party numbers a kind (编号规则), as the exchange tells of them, in the order in which it does.
CREATE TABLE kernel.number_pattern (
  id        text        PRIMARY KEY,
  holder    text        NOT NULL,
  kind      text        NOT NULL,
  pattern   text        NOT NULL,
  begins_at timestamptz NOT NULL,
  place     bigint      GENERATED ALWAYS AS IDENTITY
);
CREATE INDEX number_pattern_in_force ON kernel.number_pattern (holder, kind, begins_at DESC, place DESC);
