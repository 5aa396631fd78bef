import { coordinateChanges, type CoordinateChanges } from '@hub/schema/check/coordinate-changes.js';
import { readPublished } from '@hub/schema/check/read-published.js';
import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { allTerms, termChanges } from '@hub/schema/check/term-changes.js';
import { tellFindings } from './tell-findings.js';

/** What is another in one text of a subgraph than in another: coordinates, and terms. */
export function differenceOf(subgraph: string, before: string, after: string): CoordinateChanges & { readonly terms: readonly SchemaFinding[] } {
  const [old, now] = [readPublished(subgraph, before), readPublished(subgraph, after)];
  return { ...coordinateChanges(old.schema, now.schema), terms: termChanges(allTerms([old]), allTerms([now])) };
}

/** Prints it: + what came, - what went, ~ what is of another type, and the terms in words. */
export function tellDifference(subgraph: string, before: string, after: string): void {
  const { added, removed, changed, terms } = differenceOf(subgraph, before, after);
  for (const coordinate of added) console.log(`+ ${coordinate}`);
  for (const coordinate of removed) console.log(`- ${coordinate}`);
  for (const { coordinate, before: had, after: has } of changed) console.log(`~ ${coordinate}: ${had} is now ${has}`);
  tellFindings(terms.map((each) => ({ ...each, severity: 'WARNING' as const })), () => undefined);
}
