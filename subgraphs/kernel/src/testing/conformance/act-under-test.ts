import { randomUUID } from 'node:crypto';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { Answer, SubgraphUnderTest } from '../subgraph-under-test.js';
import type { ActFixture, EntityFixture } from './conformance-fixture.js';
import { namedType, speaksTo, type OracleAct, type OracleField } from './oracle.js';
import { everyCaller, type ConformanceCaller, type MatrixRow } from './row-matrix.js';

export interface TriedRefusal {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

export interface TriedOutcome {
  readonly value: unknown;
  readonly refusal: TriedRefusal | null;
}

export type TriedAnswer = Answer<Record<string, { outcomes: TriedOutcome[] } | null> | null>;

let rowNumber = 1_000_000;

/** An act, tried by a caller who may do it, on rows on which it may be done. */
export class ActUnderTest {
  readonly name: string;
  readonly inputType: string;
  readonly #subgraph: SubgraphUnderTest<unknown>;
  readonly #caller: ConformanceCaller;
  readonly #fixture: ActFixture;
  readonly #entity: EntityFixture | undefined;
  readonly #row: MatrixRow | undefined;

  constructor(subgraph: SubgraphUnderTest<unknown>, field: OracleField, act: OracleAct, fixture: ActFixture, entity: EntityFixture | undefined) {
    this.name = field.name;
    this.inputType = namedType(field.args.find(({ name }) => name === 'items')?.type ?? '');
    this.#subgraph = subgraph;
    this.#fixture = fixture;
    this.#entity = entity;
    this.#caller = callerOf(act);
    this.#row = entity && rowFor(act, this.#caller, entity);
  }

  /** Fields that name a row of another owner. */
  get lookedUpElsewhere(): readonly string[] {
    return this.#fixture.lookedUpElsewhere ?? [];
  }

  /** Whether an item that is right keeps what it says. */
  get keepsTexts(): boolean {
    return this.#fixture.changesNothing !== true;
  }

  /** Whether what a field says is kept encrypted. */
  encrypts(field: string): boolean {
    return this.#fixture.encrypted?.includes(field) === true;
  }

  /** An item that is right, on a row of its own. */
  async rightItem(): Promise<object> {
    const key = this.#entity && this.#row ? await this.#entity.insert(this.#row, (rowNumber += 1)) : 'none';
    return { ...(await this.#fixture.good(key)), idempotencyKey: randomUUID() };
  }

  async ask(items: readonly object[], locale: Locale = 'en'): Promise<TriedAnswer> {
    const mutation = `mutation ($items: [${this.inputType}!]!) {
      ${this.name}(items: $items) { outcomes { value { __typename } refusal { code message field } } } }`;
    const asker = { identity: this.#caller.identity.name, role: this.#caller.role };
    return this.#subgraph.ask(asker, mutation, { items }, { 'accept-language': locale });
  }

  /** The outcomes of items that GraphQL can read. @throws Error with the answer where there are none */
  async outcomes(items: readonly object[], locale?: Locale): Promise<TriedOutcome[]> {
    const answer = await this.ask(items, locale);
    const outcomes = answer.data?.[this.name]?.outcomes;
    if (outcomes?.length !== items.length) throw new Error(`${this.name} did not answer: ${JSON.stringify(answer).slice(0, 1000)}`);
    return outcomes;
  }
}

function callerOf(act: OracleAct): ConformanceCaller {
  const caller = everyCaller().find((each) => act.audience.some((clause) => speaksTo(clause, each)));
  if (!caller) throw new Error('No demo identity may do the act.');
  return caller;
}

function rowFor(act: OracleAct, caller: ConformanceCaller, entity: EntityFixture): MatrixRow {
  const own = act.audience.some((clause) => speaksTo(clause, caller) && clause.rows === 'OWN');
  const path = entity.paths.find((states) => !act.from || states.some((state) => act.from?.includes(state))) ?? [];
  const state = path.find((each) => !act.from || act.from.includes(each)) ?? '';
  const { id, regionCode, kind } = caller.party;
  return {
    holder: own ? id : kind === 'MONITORING_CENTER' ? 'lab-1' : 'center',
    concerned: [id],
    sellerRegion: regionCode,
    producerRegion: regionCode,
    platformRegion: regionCode,
    state,
    reached: path.slice(0, path.indexOf(state) + 1),
    relation: `${state}, for the act`,
  };
}
