-- The archive (归档, 5.4.4): of a table that grows with what an owner does, the rows of what is long over lie in a partition, in the schema "archive", which inherits from the table at hand. So whatever
-- reads or changes the table reaches both.

-- Gives a table its partition, and the partition each index that the table has and it lacks. Columns, defaults and checks come to it from the table, also later ones; indexes do not: a migration that makes
-- one on the table calls this again, and one that drops one drops both.
-- A unique index sees one of the two: what comes to the table is refused where the archive has its key, in the words of the index.
CREATE FUNCTION kernel.keep_archive(kept TEXT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
  definition TEXT;
  refusals TEXT;
  key_columns TEXT;
BEGIN
  IF EXISTS (SELECT FROM pg_index WHERE indrelid = format('public.%I', kept)::regclass AND indisunique AND (indexprs IS NOT NULL OR indnatts > indnkeyatts)) THEN
    RAISE 'a unique index of % is on an expression or includes further columns, of which keep_archive makes no key', kept;
  END IF;
  CREATE SCHEMA IF NOT EXISTS archive;
  EXECUTE format('CREATE TABLE IF NOT EXISTS archive.%1$I () INHERITS (public.%1$I)', kept);
  FOR definition IN
    SELECT at_hand.indexdef FROM pg_indexes at_hand
    WHERE at_hand.schemaname = 'public' AND at_hand.tablename = kept
      AND NOT EXISTS (SELECT FROM pg_indexes kept_too WHERE kept_too.schemaname = 'archive' AND kept_too.indexname = at_hand.indexname)
  LOOP
    EXECUTE replace(definition, format(' ON public.%I ', kept), format(' ON archive.%I ', kept));
  END LOOP;

  SELECT
    string_agg(format($refusal$
      IF EXISTS (SELECT FROM archive.%1$I archived WHERE %2$s) THEN
        RAISE unique_violation USING MESSAGE = 'duplicate key value violates unique constraint "%3$s"', DETAIL = 'Key (%4$s) is in the archive.', CONSTRAINT = '%3$s', TABLE = '%1$s';
      END IF;$refusal$, kept, same_key, index_name, columns), '' ORDER BY index_name),
    (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute WHERE attrelid = format('public.%I', kept)::regclass AND attnum IN (
      SELECT unnest(indkey::int2[]) FROM pg_index WHERE indrelid = format('public.%I', kept)::regclass AND indisunique))
  INTO refusals, key_columns
  FROM (
    SELECT (SELECT relname FROM pg_class WHERE oid = i.indexrelid) AS index_name,
      (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = ANY (i.indkey)) AS columns,
      (SELECT string_agg(format('archived.%1$I = NEW.%1$I', attname), ' AND ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = ANY (i.indkey))
        -- Of a partial index both rows are to be among those that it holds.
        || coalesce(' AND ' || pg_get_expr(i.indpred, i.indrelid) || ' AND EXISTS (SELECT FROM (SELECT NEW.*) coming WHERE ' || pg_get_expr(i.indpred, i.indrelid) || ')', '') AS same_key
    FROM pg_index i WHERE i.indrelid = format('public.%I', kept)::regclass AND i.indisunique
  ) unique_index;
  EXECUTE format('CREATE OR REPLACE FUNCTION archive.%I() RETURNS trigger LANGUAGE plpgsql AS $refuse$ BEGIN %s RETURN NEW; END $refuse$', 'refuse_keys_of_' || kept, refusals);
  EXECUTE format('CREATE OR REPLACE TRIGGER keys_are_new BEFORE INSERT OR UPDATE OF %s ON public.%I FOR EACH ROW EXECUTE FUNCTION archive.%I()', key_columns, kept, 'refuse_keys_of_' || kept);
END $$;
