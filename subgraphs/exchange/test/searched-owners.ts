import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl as center } from '@hub/schema/generated/monitoring-center.js';
import { sdl as labs } from '@hub/schema/generated/labs.js';
import { sdl as platforms } from '@hub/schema/generated/platforms.js';
import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import { readTerms } from '@hub/schema/policy/terms/read-terms.js';
import { buildASTSchema, parse } from 'graphql';

/** The owners whose records are searched, with their published schemas. */
export const searchedOwners = { 'monitoring-center': center, labs, platforms } as const;

const types: Readonly<Record<keyof typeof searchedOwners, readonly string[]>> = {
  'monitoring-center': ['RiskInformation', 'Sample', 'MonitoringData'],
  labs: ['InspectionReport'],
  platforms: ['Listing'],
};

/** The terms of what is searched of an owner, as its published schema has them. */
export function termsOf(owner: keyof typeof searchedOwners): Record<string, FieldTerms> {
  const { fields } = readTerms(buildASTSchema(parse(searchedOwners[owner]), { assumeValid: true }));
  return Object.fromEntries([...fields].filter(([coordinate]) => types[owner].some((type) => coordinate.startsWith(`${type}.`))));
}

/** Plays the owners: they serve rows by type, on the terms of their own schemas. */
export function playSearchedOwners(hub: SubgraphUnderTest<unknown>, rows: ReadonlyMap<string, readonly SearchedRow[]>): void {
  for (const owner of Object.keys(searchedOwners) as (keyof typeof searchedOwners)[]) hub.logOf(owner).serveSearched(termsOf(owner), rows);
}
