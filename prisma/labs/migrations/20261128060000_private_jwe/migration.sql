-- What is kept of a key is its private half as JWE, and is called so again.
ALTER TABLE "signing_key" RENAME COLUMN "kept" TO "private_jwe";
