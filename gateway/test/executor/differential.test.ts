import { parse, validate, type ExecutionResult } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { ExecutionAnswer } from '../../src/executor/executor.js';
import { bothExecutors } from './both-executors.js';
import { hubGraph } from './graphs/hub-graph.js';
import { listsGraph } from './graphs/lists-graph.js';
import { mediaGraph } from './graphs/media-graph.js';
import { shopGraph } from './graphs/shop-graph.js';
import { playedAnswers } from './played-answers.js';
import { Random } from './random.js';
import { randomOperation, type RandomOperation } from './random-operation.js';

const operationsPerGraph = 150;
const faultless = { nulls: 0, errors: 0, missing: 0 };
const faulty = { nulls: 0.08, errors: 0.05, missing: 0.05 };

interface Told {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: { readonly code?: unknown };
}

const said = ({ message, extensions }: Told) => `${message} ${String(extensions?.code)}`;
const placed = (error: Told) => `${said(error)} ${error.path?.join('.')}`;
const all = (errors: readonly Told[] = [], told = placed) => [...new Set(errors.map(told))].sort();

/** Whether null stands at a path of the data, or above it. */
function leadsToNull(data: unknown, path: readonly (string | number)[]): boolean {
  let at = data;
  for (const key of path) {
    // What the client has not asked for, as where a subgraph requires it, is not there.
    if (at === null || at === undefined) return true;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at === null || at === undefined;
}

/** Types that a subgraph told only as interfaces, which graphql-js knows not how to complete. */
const interfacesOnly = ({ errors = [] }: ExecutionResult) => errors.some(({ message }) => /must resolve to an Object type|non-object type/.test(message));

for (const graph of [shopGraph, mediaGraph, listsGraph, hubGraph]) {
  describe.each([
    ['that answer whole', faultless],
    ['that answer with nulls, errors and entities not there', faulty],
  ])(`generated operations over the ${graph.name} graph, on subgraphs %s`, (_title, faults) => {
    it('have the data, errors and problems that they should, in no more requests than the stock gateway', async () => {
      const both = await bothExecutors(graph.subgraphs, playedAnswers(graph, faults));
      let [compared, departed] = [0, 0];
      for (let seed = 0; compared < operationsPerGraph; seed += 1) {
        const kind = seed % 7 === 0 && both.schema.getMutationType() ? 'mutation' : 'query';
        const operation = randomOperation(both.schema, new Random(seed), { kind, aliased: graph.requiredWithArguments ?? [] });
        if (validate(both.schema, parse(operation.query)).length > 0) continue;
        const stock = await both.stock(operation).catch((error: Error) => error);
        const stockAsked = both.asked().length;
        if (stock instanceof Error) {
          // The planner gives up, on both.
          await expect(both.ours(operation), operation.query).rejects.toThrow(stock.message);
          continue;
        }
        compared += 1;
        const ours = await both.ours(operation);
        const oursAsked = both.asked().length;
        await isCompletedRight(operation, ours);
        if (JSON.stringify(sorted(stock.data)) === JSON.stringify(sorted(ours.data))) {
          expect(all(ours.errors, said), operation.query).toEqual(all(stock.errors, said));
          expect(oursAsked, operation.query).toBeLessThanOrEqual(stockAsked);
        } else {
          departed += 1;
        }
        for (const { path } of [...ours.errors, ...ours.problems]) {
          if (path) expect(leadsToNull(ours.data, path), `${operation.query} ${path.join('.')}`).toBe(true);
        }
      }
      // The stock gateway forgets types where a subgraph knows but their interface: see gateway/docs/executor.md.
      expect(departed).toBeLessThanOrEqual(graph.concrete ? operationsPerGraph / 10 : 0);
      await both.close();

      async function isCompletedRight(operation: RandomOperation, { data }: ExecutionAnswer) {
        const completed = await both.completedByGraphqlJs(operation);
        both.asked();
        if (!interfacesOnly(completed)) expect(JSON.stringify(data), operation.query).toBe(JSON.stringify(completed.data));
      }
    }, 120_000);
  });
}

/** Data without the order of its keys: where directives divide a field, the stock gateway's order is not the specification's. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, below]) => [key, sorted(below)]));
}
