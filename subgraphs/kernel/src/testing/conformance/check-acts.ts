import { randomUUID } from 'node:crypto';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import type { ConformanceFixture, EntityFixture, WrittenRow } from './conformance-fixture.js';
import { covers, namedType, speaksTo, type OracleAct, type OracleSchema } from './oracle.js';
import type { ConformanceCaller } from './row-matrix.js';

interface Payload {
  outcomes: { refusal: { code: string; state: string | null; possibleFrom: string[] | null } | null }[];
}

/** Items that an act takes at a time. */
const most = 500;

/** Tries each act on a fresh row of every state and relation, and compares who is let, on which row, from which state. */
export async function checkActs(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  fixture: ConformanceFixture,
  writeRows: (entity: EntityFixture) => Promise<WrittenRow[]>,
): Promise<string[]> {
  const mismatches: string[] = [];
  for (const field of schema.types.get('Mutation')?.fields ?? []) {
    const { name, act } = field;
    const input = fixture.acts[name];
    if (!act || !input) continue;
    const at = `${caller.identity.name} as ${caller.role}: ${name}`;
    const itemType = namedType(field.args.find((arg) => arg.name === 'items')?.type ?? '');
    const named = act.audience.some((clause) => speaksTo(clause, caller));
    const entity = act.on === undefined ? undefined : fixture.entities[act.on];
    const rows = named && entity ? await writeRows(entity) : undefined;
    const keys = rows?.map(({ key }) => key) ?? ['none'];
    const items = await Promise.all(
      keys.map(async (key) => ({ ...(await input.input(key, caller)), idempotencyKey: randomUUID() })),
    );
    const ask = (some: readonly object[]) =>
      subgraph.ask<Record<string, Payload | null>>(
        { identity: caller.identity.name, role: caller.role },
        `mutation ($items: [${itemType}!]!) { ${name}(items: $items) { outcomes { refusal { code state possibleFrom } } } }`,
        { items: some },
      );
    const answer = await ask(items.slice(0, most));
    const payload = answer.data?.[name];
    if (!named) {
      const code = answer.errors?.[0]?.extensions.code;
      if (payload !== null || code !== 'ACT_NOT_PERMITTED') mismatches.push(`${at} is not for the caller and answered ${code ?? 'outcomes'}`);
      continue;
    }
    if (!payload) {
      mismatches.push(`${at} did not answer: ${JSON.stringify(answer.errors)}`);
      continue;
    }
    if (!rows) continue;
    const outcomes = [...payload.outcomes];
    while (outcomes.length < items.length) {
      const { data, errors } = await ask(items.slice(outcomes.length, outcomes.length + most));
      if (!data?.[name]) throw new Error(`${at} did not answer: ${JSON.stringify(errors)}`);
      outcomes.push(...data[name].outcomes);
    }
    outcomes.forEach(({ refusal }, index) => {
      const written = rows[index];
      if (!written) return;
      const wrong = judge(act, caller, written, refusal);
      if (wrong) mismatches.push(`${at} on a row (${written.row.relation}): ${wrong}`);
    });
  }
  return mismatches;
}

function judge(
  act: OracleAct,
  caller: ConformanceCaller,
  { row }: WrittenRow,
  refusal: Payload['outcomes'][number]['refusal'],
): string | undefined {
  const code = refusal?.code ?? 'done';
  const there = act.audience.some((clause) => speaksTo(clause, caller) && covers(clause, caller, row));
  if (!there) return code === 'NOT_FOUND' ? undefined : `not there for the act, and it came to ${code}`;
  if (act.from && !act.from.includes(row.state)) {
    const said = refusal?.state === row.state && JSON.stringify(refusal.possibleFrom) === JSON.stringify(act.from);
    return code === 'STATE_NOT_POSSIBLE' && said ? undefined : `not possible from ${row.state}, and it came to ${JSON.stringify(refusal)}`;
  }
  return ['NOT_FOUND', 'STATE_NOT_POSSIBLE', 'INTERNAL_SERVER_ERROR'].includes(code) ? `possible, and it came to ${code}` : undefined;
}
