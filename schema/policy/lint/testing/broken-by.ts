import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { subgraphDocument } from '../../terms/subgraph-document.js';
import type { LintRule } from '../lint-rule.js';
import { readOwnerContract } from '../owner-contract.js';

const specification = parse(readFileSync(new URL('../../../directives/sharing.graphql', import.meta.url), 'utf8'));

/** Terms that every example may use. */
const terms = parse(`extend schema
  @terms(name: "all", class: UNCONDITIONAL, audience: [
    { kinds: [REGULATOR, MONITORING_CENTER, LAB, PLATFORM, MERCHANT, ENTERPRISE, DEPARTMENT, PUBLIC], basis: { kind: STATUTE, reference: "5.4.3" } }
  ])
  @terms(name: "regulators", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], basis: { kind: STATUTE, reference: "3.1" } }])
  @terms(name: "own", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], rows: OWN, basis: { kind: STATUTE, reference: "3.1" } }])
`);

/**
 * The coordinates at which the SDL of the owner `here` breaks a rule.
 *
 * @param elsewhere the SDL of another owner, `there`, to whose entities stubs lead
 */
export function brokenBy(rule: LintRule): (sdl: string, elsewhere?: string) => string[] {
  return (sdl, elsewhere = '') => {
    const sources = Object.entries({ here: sdl, there: elsewhere }).map(([owner, text]) => ({
      owner,
      documents: text === '' ? [terms] : [terms, parse(text)],
    }));
    const [here] = sources;
    if (!here) return [];
    const authored = here.documents.at(-1) ?? terms;
    const contract = readOwnerContract(here.owner, authored, subgraphDocument(here, sources, specification));
    return rule.check(contract).map(({ coordinate }) => coordinate);
  };
}
