import { randomUUID } from 'node:crypto';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { statementsOf } from '../statements-of.js';
import { selection, visible } from './check-entities.js';
import type { ConformanceFixture, WrittenRow } from './conformance-fixture.js';
import { covers, namedType, speaksTo, type OracleField, type OracleSchema } from './oracle.js';
import { headersOf, type ConformanceCaller } from './row-matrix.js';

type Ask = (key: string) => Promise<unknown>;

/** Readers of the owner's log ask for news whenever they have waited long enough, whoever asks what beside it. */
const news = /\bFROM kernel\.log_head h\b/;

/**
 * Asks for a row that is hidden from the caller and for one that there is not, by reference, by id and by act: what comes back is the same byte for
 * byte, and so is what the database was asked, statement by statement. No clock can then tell the two apart.
 *
 * @returns what differs, in words
 */
export async function checkHiddenRows(
  subgraph: SubgraphUnderTest<unknown>,
  schema: OracleSchema,
  caller: ConformanceCaller,
  fixture: ConformanceFixture,
  written: ReadonlyMap<string, readonly WrittenRow[]>,
): Promise<string[]> {
  const differences: string[] = [];
  for (const [typeName, rows] of written) {
    const type = schema.types.get(typeName);
    if (!type?.key) continue;
    const [hidden, shown] = [false, true].map((wanted) => rows.find((row) => visible(type, caller, row) === wanted));
    if (!hidden) continue;
    for (const [way, ask] of waysTo(subgraph, schema, caller, typeName)) {
      differences.push(...(await compare(`${caller.identity.name} as ${caller.role}: ${way}`, ask, hidden.key)));
      if (shown && !JSON.stringify(await ask(shown.key)).includes(shown.key)) differences.push(`${caller.identity.name}: ${way} does not give the row that is there`);
    }
  }
  for (const field of schema.types.get('Mutation')?.fields ?? []) {
    const hidden = hiddenFromAct(field, caller, written);
    if (!hidden) continue;
    differences.push(...(await compare(`${caller.identity.name} as ${caller.role}: ${field.name}`, await attempt(subgraph, field, caller, fixture, hidden.key), hidden.key)));
  }
  return differences;
}

/** By reference, and by the root fields that give one row by its key. */
function waysTo(subgraph: SubgraphUnderTest<unknown>, schema: OracleSchema, caller: ConformanceCaller, typeName: string): [string, Ask][] {
  const asker = { identity: caller.identity.name, role: caller.role };
  const type = schema.types.get(typeName);
  const key = type?.key ?? '';
  const fields = (type?.fields ?? []).map((field) => selection(schema, field)).join(' ');
  const byReference: Ask = (value) =>
    subgraph.ask(asker, `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typeName} { ${fields} } } }`, { r: [{ __typename: typeName, [key]: value }] }, headersOf(caller));
  const roots = (schema.types.get('Query')?.fields ?? []).filter((field) => namedType(field.type) === typeName && field.args.length === 1 && field.args[0]?.name === key);
  return [
    [`${typeName} by reference`, byReference],
    ...roots.map(({ name, args }): [string, Ask] => [
      `${name}(${key}:)`,
      (value) => subgraph.ask(asker, `query ($key: ${args[0]?.type ?? ''}) { ${name}(${key}: $key) { ${fields} } }`, { key: value }, headersOf(caller)),
    ]),
  ];
}

/** A row that an act which is for the caller does not find. */
function hiddenFromAct({ act }: OracleField, caller: ConformanceCaller, written: ReadonlyMap<string, readonly WrittenRow[]>): WrittenRow | undefined {
  const mine = act?.audience.filter((clause) => speaksTo(clause, caller)) ?? [];
  if (act?.on === undefined || mine.length === 0) return undefined;
  return written.get(act.on)?.find(({ row }) => !mine.some((clause) => covers(clause, caller, row)));
}

async function attempt(subgraph: SubgraphUnderTest<unknown>, { name, args }: OracleField, caller: ConformanceCaller, fixture: ConformanceFixture, hidden: string): Promise<Ask> {
  const item = JSON.stringify(await fixture.acts[name]?.input(hidden, caller));
  const mutation = `mutation ($items: ${args.find((argument) => argument.name === 'items')?.type ?? ''}) { ${name}(items: $items) { outcomes { value { __typename } refusal { code message field state possibleFrom } } } }`;
  return (key) => {
    const items = [{ ...(JSON.parse(item.replaceAll(hidden, key)) as object), idempotencyKey: randomUUID() }];
    return subgraph.ask({ identity: caller.identity.name, role: caller.role }, mutation, { items }, headersOf(caller));
  };
}

async function compare(at: string, ask: Ask, hidden: string): Promise<string[]> {
  const nowhere = randomUUID();
  const [denied, absent] = [await statementsOf(() => ask(hidden)), await statementsOf(() => ask(nowhere))];
  const told = [JSON.stringify(denied.result).replaceAll(hidden, nowhere), JSON.stringify(absent.result)];
  const asked = [denied, absent].map(({ statements }) => statements.map(({ sql }) => sql).filter((sql) => !news.test(sql)));
  return [
    ...(told[0] === told[1] ? [] : [`${at}: a hidden row answers ${told[0]}, and none ${told[1]}`]),
    // A statement that waits for a lock on the hidden row would tell of it when somebody works on it, and hold that up.
    ...(asked[0] ?? []).filter((sql) => /\bFOR UPDATE\b/.test(sql) && !/\bholder\b/.test(sql)).map((sql) => `${at}: waits for a hidden row by ${sql}`),
    ...(JSON.stringify(asked[0]) === JSON.stringify(asked[1]) ? [] : [`${at}: a hidden row costs ${JSON.stringify(asked[0])}, and none ${JSON.stringify(asked[1])}`]),
  ];
}
