import DataLoader from 'dataloader';
import type { Sealed } from './personal-data.js';
import type { PersonalRecord } from './personal-records.js';

/** A row's personal data: whose, and encrypted; both null where it never had any, the second once it is erased. */
export interface HeldPersonally {
  readonly personId: string | null;
  readonly sealed: string | null;
}

/** Opens what rows hold encrypted, one statement per batch; nothing where it is erased. Each field has decided before it asks. */
export function personalContentLoader<Content>(open: (rows: readonly Sealed[]) => Promise<readonly (Content | undefined)[]>): DataLoader<HeldPersonally, Content | null, string> {
  return new DataLoader(
    async (rows) => {
      const there = rows.flatMap(({ personId, sealed }) => (personId === null || sealed === null ? [] : [{ personId, sealed }]));
      const opened = await open(there);
      const contents = new Map(there.map(({ sealed }, index) => [sealed, opened[index]]));
      return rows.map(({ sealed }) => (sealed === null ? null : (contents.get(sealed) ?? null)));
    },
    { cacheKeyFn: ({ sealed }) => sealed ?? '', maxBatchSize: 500 },
  );
}

/** Reads what stays of personal data, one statement per batch. */
export function personalRecordLoader(recordsOf: (personIds: readonly string[]) => Promise<ReadonlyMap<string, PersonalRecord>>): DataLoader<string, PersonalRecord | null> {
  return new DataLoader(async (personIds) => {
    const records = await recordsOf(personIds);
    return personIds.map((id) => records.get(id) ?? null);
  });
}
