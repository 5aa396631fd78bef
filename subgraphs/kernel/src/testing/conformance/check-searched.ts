import { request } from 'undici';
import { serviceTokens } from '../../identity/service-token.js';
import type { SearchedRows } from '../../searched/searched-rows.js';
import type { SearchedTerms } from '../../searched/searched-route.js';
import type { Database } from '../../unit-of-work/transaction.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import type { WrittenRow } from './conformance-fixture.js';
import type { OracleSchema } from './oracle.js';

/** Asks an owner what of its rows is searched, as the exchange and as others do, and compares with the rows of the matrix and the terms of the schema. */
export async function checkSearched(subgraph: SubgraphUnderTest<Database>, schema: OracleSchema, written: ReadonlyMap<string, readonly WrittenRow[]>): Promise<string[]> {
  const ask = async <Answer>(authorization: string, path: string, body?: object) => {
    const response = await request(new URL(path, subgraph.url), {
      headers: { authorization, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { method: 'POST' as const, body: JSON.stringify(body) }),
    });
    const text = await response.body.text();
    return { status: response.statusCode, body: (text === '' ? {} : JSON.parse(text)) as Partial<Answer> };
  };
  const exchange = `Bearer ${await serviceTokens({ ...subgraph.environment, service: 'exchange' })()}`;
  const { status, body } = await ask<SearchedTerms>(exchange, '/searched/terms');
  if (status === 404) return [];
  const types = [...new Set(Object.keys(body.terms ?? {}).map((coordinate) => coordinate.split('.')[0] ?? ''))];
  const mismatches: string[] = [];
  for (const somebody of [`Bearer ${await serviceTokens({ ...subgraph.environment, service: 'gateway' })()}`, `Bearer ${await subgraph.tokenOf('center')}`, '']) {
    for (const answer of [await ask(somebody, '/searched/terms'), await ask(somebody, '/searched', { type: types[0], after: '', limit: 1 })]) {
      if (answer.status < 400 || 'rows' in answer.body || 'terms' in answer.body) mismatches.push(`somebody else is told what is searched: ${answer.status}`);
    }
  }
  for (const wrong of [{ type: 'Purchase', after: '', limit: 1 }, { type: types[0] }, { type: types[0], after: '', limit: 501 }, { type: 'constructor', ids: ['x'] }]) {
    const { status: refused } = await ask(exchange, '/searched', wrong);
    if (refused !== 400) mismatches.push(`${JSON.stringify(wrong)} is answered with ${refused}`);
  }
  for (const type of types) {
    const fields = schema.types.get(type)?.fields ?? [];
    const keys = (written.get(type) ?? []).map(({ key }) => key);
    for (let begin = 0; begin < keys.length; begin += 400) {
      const ids = keys.slice(begin, begin + 400);
      const { body: told } = await ask<SearchedRows>(exchange, '/searched', { type, ids });
      const rows = new Map(told.rows?.map((row) => [row.id, row]));
      for (const { key, row } of (written.get(type) ?? []).slice(begin, begin + 400)) {
        const found = rows.get(key);
        if (!found && !told.gone?.includes(key)) mismatches.push(`${type} ${key} is told neither as there nor as gone`);
        if (!found) continue;
        const { holder, concerned, state, reached } = found.stamps;
        if (JSON.stringify({ holder, concerned, state, reached }) !== JSON.stringify({ holder: row.holder, concerned: row.concerned, state: row.state, reached: row.reached })) mismatches.push(`${type} ${key} is told with other stamps than it has`);
        for (const coordinate of Object.keys(found.values)) if (!fields.some(({ name }) => `${type}.${name}` === coordinate) || !body.terms?.[coordinate]) mismatches.push(`${coordinate} is searched without terms`);
      }
    }
    const walked: string[] = [];
    for (let after = ''; ; ) {
      const { body: page } = await ask<SearchedRows>(exchange, '/searched', { type, after, limit: 300 });
      const ids = [...(page.rows ?? []).map(({ id }) => id), ...(page.gone ?? [])].sort();
      walked.push(...ids);
      if (ids.length < 300) break;
      after = ids.at(-1) ?? '';
    }
    if (new Set(walked).size !== walked.length || keys.some((key) => !walked.includes(key))) mismatches.push(`a walk through ${type} does not come to each row once`);
    const { body: nobody } = await ask<SearchedRows>(exchange, '/searched', { type, ids: ['nothing'] });
    if (JSON.stringify(nobody) !== JSON.stringify({ rows: [], gone: ['nothing'] })) mismatches.push(`${type} that is not there is told as ${JSON.stringify(nobody)}`);
  }
  return mismatches;
}
