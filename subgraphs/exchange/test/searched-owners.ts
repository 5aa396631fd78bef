import type { SearchedRow } from '@hub/kernel/searched/searched-rows.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl as center } from '@hub/schema/generated/monitoring-center.js';
import { sdl as labs } from '@hub/schema/generated/labs.js';
import { sdl as platforms } from '@hub/schema/generated/platforms.js';
import { readTerms } from '@hub/schema/policy/terms/read-terms.js';
import { buildASTSchema, parse } from 'graphql';

/** The owners whose records are searched, with their published schemas. */
export const searchedOwners = { 'monitoring-center': center, labs, platforms } as const;

const types: Readonly<Record<keyof typeof searchedOwners, readonly string[]>> = {
  'monitoring-center': ['RiskInformation', 'Sample', 'MonitoringData'],
  labs: ['InspectionReport'],
  platforms: ['Listing'],
};

/** Plays the owners: they serve rows by type, on the terms of their own schemas. */
export function playSearchedOwners(hub: SubgraphUnderTest<unknown>, rows: ReadonlyMap<string, readonly SearchedRow[]>): void {
  for (const [owner, sdl] of Object.entries(searchedOwners)) {
    const { fields } = readTerms(buildASTSchema(parse(sdl), { assumeValid: true }));
    const own = [...fields].filter(([coordinate]) => types[owner as keyof typeof types].some((type) => coordinate.startsWith(`${type}.`)));
    hub.logOf(owner).serveSearched(Object.fromEntries(own), rows);
  }
}
