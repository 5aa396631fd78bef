import type { Database } from '../unit-of-work/transaction.js';
import { readOracleSchema, namedType } from './conformance/oracle.js';
import type { Asker, SubgraphUnderTest } from './subgraph-under-test.js';

/** A subject with its list, its subscription, and three rows of which events were told, in this order, since a cursor. */
export interface FilteredSubject {
  readonly sdl: string;
  readonly asker: Asker;
  readonly list: string;
  readonly subscription: string;
  /** Where nothing had been told of the three. */
  readonly after: string;
  /** Ids of one, of another, and of one that in everything below is like the first. */
  readonly rows: readonly [one: string, other: string, likeOne: string];
  /** By the name of a filter, a value that the first and the third have, and one that the second has. */
  readonly filters: Readonly<Record<string, readonly [ofOne: unknown, ofOther: unknown]>>;
  /** Of these filters, those that are closed to another, who may use list and subscription. */
  readonly closedTo?: { readonly asker: Asker; readonly filters: readonly string[] };
}

interface Listed {
  readonly nodes: readonly { readonly id: string }[];
}
type Told = Record<string, Record<string, { readonly id: string }>>;

/**
 * Uses each filter of a subject on its list and on its subscription: each lets through the rows that have the value, in order, and
 * holds back those between; one that is closed is refused by both.
 *
 * @returns the mismatches, in words
 */
export async function checkSubjectFilters(hub: SubgraphUnderTest<Database>, subject: FilteredSubject): Promise<string[]> {
  const { asker, rows, filters, closedTo } = subject;
  const [one, other, likeOne] = rows;
  const uses = Object.entries(filters).flatMap(([name, [ofOne, ofOther]]) => [
    { name, value: ofOne, expected: [one, likeOne] },
    { name, value: ofOther, expected: [other] },
  ]);
  const found = await Promise.all(
    uses.map(async ({ name, value, expected }) => {
      const filter = { [name]: value };
      const at = `${name}: ${JSON.stringify(value)}`;
      const listed = await idsListed(hub, subject, asker, filter);
      const shown = rows.filter((id) => listed.ids.includes(id));
      const told = await idsTold(hub, subject, filter, expected.length);
      const which = (ids: readonly string[]) => ids.map((id) => rows.indexOf(id)).join();
      return [
        ...(shown.join() === expected.join() ? [] : [`${subject.list}(${at}) shows ${which(shown)} ${listed.code ?? ''}`]),
        ...(told.join() === expected.join() ? [] : [`${subject.subscription}(${at}) tells of ${which(told)}`]),
      ];
    }),
  );
  const mismatches = found.flat();
  for (const name of closedTo?.filters ?? []) {
    const filter = { [name]: filters[name]?.[0] };
    const { code } = await idsListed(hub, subject, closedTo?.asker ?? asker, filter);
    if (code !== 'SHARING_FILTER_DENIED') mismatches.push(`${subject.list}(${name}) is closed and answered ${code ?? 'rows'}`);
    const held = await hub.subscribe(closedTo?.asker ?? asker, documentsOf(subject).subscription, { filter });
    const end = await held.ended;
    await held.leave();
    if (end.code !== 'SHARING_FILTER_DENIED') mismatches.push(`${subject.subscription}(${name}) is closed and ended with ${end.code}`);
  }
  return mismatches;
}

async function idsListed(hub: SubgraphUnderTest<Database>, subject: FilteredSubject, asker: Asker, filter: object) {
  const answer = await hub.ask<Record<string, Listed | null>>(asker, documentsOf(subject).list, { filter });
  return { ids: (answer.data?.[subject.list]?.nodes ?? []).map(({ id }) => id), code: answer.errors?.[0]?.extensions.code };
}

async function idsTold(hub: SubgraphUnderTest<Database>, subject: FilteredSubject, filter: object, count: number): Promise<string[]> {
  const held = await hub.subscribe<Told>(subject.asker, documentsOf(subject).subscription, { after: subject.after, filter });
  const told = await held.until(count).catch(() => held.received);
  await held.leave();
  return told.slice(0, count).map(({ data }) => Object.values(data[subject.subscription] ?? {})[0]?.id ?? '');
}

/** One filter type serves both, so that what the list shows and what is told are chosen alike. */
function documentsOf({ sdl, list, subscription }: FilteredSubject) {
  const { types } = readOracleSchema(sdl);
  const typeOf = (root: string, name: string) => {
    const field = types.get(root)?.fields.find((candidate) => candidate.name === name);
    const filter = field?.args.find((argument) => argument.name === 'filter')?.type;
    if (!field || !filter) throw new Error(`${root}.${name} has no filter.`);
    return { filter, payload: types.get(namedType(field.type)) };
  };
  const { filter, payload } = typeOf('Subscription', subscription);
  if (typeOf('Query', list).filter !== filter) throw new Error(`${list} and ${subscription} have different filters.`);
  const told = payload?.fields.find(({ type }) => types.get(namedType(type))?.key)?.name ?? '';
  return {
    list: `query ($filter: ${filter}) { ${list}(first: 500, filter: $filter) { nodes { id } } }`,
    subscription: `subscription ($after: String, $filter: ${filter}) { ${subscription}(after: $after, filter: $filter) { ${told} { id } } }`,
  };
}
