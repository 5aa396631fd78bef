CREATE TABLE "comparison_due" (
    "risk_information_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "comparison_due_pkey" PRIMARY KEY ("risk_information_id")
);

CREATE TABLE "comparison_key" (
    "document" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "observed_on" DATE NOT NULL,
    "holder" TEXT NOT NULL,

    CONSTRAINT "comparison_key_pkey" PRIMARY KEY ("document","key")
);

CREATE TABLE "risk_parting" (
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,

    CONSTRAINT "risk_parting_pkey" PRIMARY KEY ("one","other")
);

CREATE TABLE "cluster_proposal" (
    "id" TEXT NOT NULL,
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "reasons" JSONB NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided" JSONB,
    "decision_reason" TEXT,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cluster_proposal_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "comparison_due_holder_risk_information_id_idx" ON "comparison_due"("holder", "risk_information_id");
CREATE INDEX "comparison_key_holder_key_observed_on_document_idx" ON "comparison_key"("holder", "key", "observed_on" DESC, "document");
CREATE UNIQUE INDEX "cluster_proposal_one_other_key" ON "cluster_proposal"("one", "other");
CREATE INDEX "cluster_proposal_other_idx" ON "cluster_proposal"("other");
CREATE INDEX "cluster_proposal_score_id_idx" ON "cluster_proposal"("score", "id");
CREATE INDEX "cluster_proposal_holder_state_idx" ON "cluster_proposal"("holder", "state");

-- The documents that stand with one in its cluster, itself among them.
CREATE FUNCTION "risk_grouped_with"(asked TEXT) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(mate.document), ARRAY[asked]) FROM risk_information self
  JOIN risk_information mate ON mate.superseded_by_id IS NULL AND (mate.id = self.id OR mate.cluster_id = self.cluster_id)
  WHERE self.document = asked AND self.superseded_by_id IS NULL
$$;

-- Whether two records are to stay as they are: grouped already, or parted, they or others of their clusters.
CREATE FUNCTION "risk_settled"(asked TEXT, besides TEXT) RETURNS BOOLEAN LANGUAGE sql STABLE AS $$
  SELECT besides = ANY(mates) OR EXISTS (
    SELECT 1 FROM risk_parting p
    WHERE (p.one = ANY(mates) AND p.other = ANY(others)) OR (p.one = ANY(others) AND p.other = ANY(mates)))
  FROM (SELECT risk_grouped_with(asked) AS mates, risk_grouped_with(besides) AS others) AS sides
$$;

-- What is there already is compared once the hub runs; clusters that analysts made and parted before say who belongs together.
INSERT INTO "comparison_due" SELECT "id", "holder" FROM "risk_information" WHERE "superseded_by_id" IS NULL;
INSERT INTO "risk_parting"
SELECT DISTINCT least(gone.document, left_behind.document), greatest(gone.document, left_behind.document)
FROM risk_cluster c
CROSS JOIN LATERAL jsonb_array_elements(c.history) AS change
CROSS JOIN LATERAL jsonb_array_elements_text(change->'riskInformationIds') AS parted (id)
JOIN risk_information gone ON gone.id = parted.id
JOIN risk_information left_behind ON left_behind.cluster_id = c.id
WHERE change->>'kind' = 'PARTED' AND gone.document <> left_behind.document
  AND NOT EXISTS (SELECT 1 FROM risk_information back WHERE back.document = gone.document AND back.cluster_id = c.id)
ON CONFLICT DO NOTHING;
