-- Contracts: the supergraph in force as clients of each variant see it (5.4.3).

-- CreateTable
CREATE TABLE "schema_contract" (
    "variant" TEXT NOT NULL,
    "supergraph_hash" TEXT NOT NULL,
    "content_hash" TEXT,
    "sdl" TEXT,
    "signature" TEXT,
    "problem" TEXT,

    CONSTRAINT "schema_contract_pkey" PRIMARY KEY ("variant")
);
