-- CreateTable
CREATE TABLE "search_lexeme" (
    "lexeme" TEXT NOT NULL,
    "codes" TEXT[],

    CONSTRAINT "search_lexeme_pkey" PRIMARY KEY ("lexeme")
);


-- Of what the index has already: a word of it such as 13a:batteri is the lexeme batteri in the field a, in the slice 13.
INSERT INTO "search_lexeme" ("lexeme", "codes")
SELECT part[2], array_agg(DISTINCT part[1])
FROM ts_stat('SELECT "vector" FROM "search_entry"') AS w, regexp_match(w.word, '^[0-9]+([A-Za-z]):([^0-9]+)$') AS part
WHERE part IS NOT NULL GROUP BY part[2];
