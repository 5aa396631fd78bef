import { readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { subgraphDocument } from '../../terms/subgraph-document.js';
import { readOwnerContract, type OwnerContract } from '../owner-contract.js';

const specification = parse(readFileSync(new URL('../../../directives/sharing.graphql', import.meta.url), 'utf8'));

/** Terms that every example may use. */
const terms = parse(`extend schema
  @terms(name: "all", class: UNCONDITIONAL, audience: [
    { kinds: [REGULATOR, MONITORING_CENTER, LAB, PLATFORM, MERCHANT, ENTERPRISE, DEPARTMENT, PUBLIC], basis: { kind: STATUTE, reference: "5.4.3" } }
  ], grade: GENERAL)
  @terms(name: "regulators", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], basis: { kind: STATUTE, reference: "3.1" } }], grade: GENERAL)
  @terms(name: "own", class: UNCONDITIONAL, audience: [{ kinds: [REGULATOR], rows: OWN, basis: { kind: STATUTE, reference: "3.1" } }], grade: GENERAL)
`);

/**
 * The contract of the owner `here`, whose SDL this is.
 *
 * @param elsewhere the SDL of another owner, `there`, to whose entities stubs lead
 */
export function contractOf(sdl: string, elsewhere = ''): OwnerContract {
  const authored = parse(sdl);
  const here = { owner: 'here', documents: [terms, authored] };
  const there = { owner: 'there', documents: elsewhere === '' ? [terms] : [terms, parse(elsewhere)] };
  return readOwnerContract(here.owner, authored, subgraphDocument(here, [here, there], specification));
}
