import { expect, it, vi } from 'vitest';
import { composeSubgraphs } from './compose-subgraphs.js';
import { SchemaChecks } from './check-schemas.js';
import type { CheckTask } from './check-task.js';
import { smallWorld } from './parts/testing/small-world.js';
import { readPublished } from './read-published.js';

vi.mock(import('./compose-subgraphs.js'), async (original) => {
  const { composeSubgraphs } = await original();
  return { composeSubgraphs: vi.fn(composeSubgraphs) };
});
const composed = vi.mocked(composeSubgraphs);

const inForce = smallWorld();
const task = (goods: string, given: Partial<CheckTask> = {}): CheckTask => ({ inForce, supergraphInForce: undefined, candidates: { goods }, approved: {}, exceptions: [], ...given });
const withType = (name: string) => `${inForce['goods'] ?? ''}\n"Kinds (种类, 3.1 b)" enum ${name} { A }`;

it('what was checked is published without being composed again, and comes to what a check that knows nothing comes to', () => {
  const checks = new SchemaChecks();
  const { findings } = checks.check(task(withType('Tried'), { onlyFindings: true }));
  expect(composed).toHaveBeenCalledTimes(1);
  const published = checks.check(task(withType('Tried')));
  expect(composed).toHaveBeenCalledTimes(1);
  expect(published.findings).toEqual(findings);
  expect(published).toEqual(new SchemaChecks().check(task(withType('Tried'))));
  // What is the same in one subgraph and another in the others is composed.
  const { trade = '', ...others } = inForce;
  checks.check({ ...task(withType('Tried')), inForce: { ...others, trade: `${trade}\n"Kinds (种类, 3.1 b)" enum Other { A }` } });
  expect(composed).toHaveBeenCalledTimes(3);
});

it('composition leaves a subgraph that was built as it was: composed again, with others between, it gives the same to the byte', () => {
  const contracts = Object.entries(inForce).map(([owner, sdl]) => readPublished(owner, sdl));
  const first = composeSubgraphs(contracts);
  expect(first.supergraphSdl).toBeDefined();
  composeSubgraphs([...contracts.filter(({ owner }) => owner !== 'goods'), readPublished('goods', withType('Between'))]);
  expect(composeSubgraphs(contracts)).toMatchObject({ supergraphSdl: first.supergraphSdl, findings: first.findings });
});
