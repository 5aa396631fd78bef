import { setTimeout as delay } from 'node:timers/promises';
import type { AskedHub, Asker } from '../asking/asked-hub.js';
import { askPatiently } from '../asking/ask-patiently.js';
import { performAct, type Refusal } from '../asking/perform-act.js';
import type { LabId, PlatformId } from './parties.js';

export type Made = { readonly id: string } & Readonly<Record<string, unknown>>;

/** What a city has of the plan. */
export interface CityPlan {
  assignmentId: string;
  planId: string;
  workPlanId: string;
}

/** So many batches of one product, to be bought on one platform under the plan of one city. */
export interface Order {
  readonly city: 0 | 1;
  readonly planProduct: 1 | 2;
  readonly platformId: PlatformId;
  readonly sampler: Asker;
  readonly batches: number;
  id: string;
}

/** A sample on its way; what it gets on the way is empty until then. */
export interface Sample {
  readonly order: Order;
  /** Its place among those of the order, from 0. */
  readonly place: number;
  /** Number of its seal, its order at the shop and so on: no two have the same. */
  readonly mark: string;
  readonly fails: boolean;
  readonly lab: LabId;
  purchaseId: string;
  sampleId: string;
  commissionId: string;
  receiptId: string;
  reportId: string;
  dataId: string;
}

interface ActOptions {
  /** Fields of what is made, besides id. */
  readonly reads?: string;
  /** A refusal that ends by itself when an event has arrived. */
  readonly until?: string | undefined;
}

/** Items of one request: together they take a second or so. */
const batch = 50;
const patience = 60_000;

/** A month at a centre, on a hub that may have seen others: what it has made so far, and how its people act and ask. */
export class Month {
  planId = '';
  readonly cities: readonly [CityPlan, CityPlan] = [noPlan(), noPlan()];
  readonly orders: Order[] = [];
  /** Those that count in the end; what was replaced is in its replacement's place. */
  readonly samples: Sample[] = [];
  readonly hub: AskedHub;
  /** Distinguishes it from others on the same hub. */
  readonly run: string;
  /** Batches of each of its ten orders. */
  readonly perOrder: number;
  #keys = 0;
  #marks = 0;

  constructor(hub: AskedHub, run: string, perOrder: number) {
    this.hub = hub;
    this.run = run;
    this.perOrder = perOrder;
  }

  /** A mark that nothing of this hub has yet. */
  nextMark(): string {
    return `${this.run}-${(this.#marks += 1)}`;
  }

  /** Does an act on each item. @throws Error where one is refused */
  async done(by: Asker, act: string, items: readonly object[], { reads = '', until }: ActOptions = {}): Promise<Made[]> {
    const keyed = items.map((item) => ({ idempotencyKey: `${this.run}-${(this.#keys += 1)}`, ...item }));
    const made: Made[] = [];
    for (let from = 0; from < keyed.length; from += batch) {
      const outcomes = await performAct(this.hub, by, act, keyed.slice(from, from + batch), { until, selection: `value { id ${reads} }` });
      const refused = outcomes.filter(({ value }) => value === null);
      if (refused.length > 0) throw new Error(`${by.identity} is refused ${act}: ${JSON.stringify(refused, null, 1).slice(0, 2000)}`);
      made.push(...outcomes.flatMap(({ value }) => value ?? []));
    }
    return made;
  }

  async one(by: Asker, act: string, item: object, options: ActOptions = {}): Promise<Made> {
    const [made] = await this.done(by, act, [item], options);
    if (!made) throw new Error(`${act} made nothing.`);
    return made;
  }

  /** Why an act is refused. @throws Error where it is done */
  async refused(by: Asker, act: string, item: object): Promise<Refusal> {
    const [outcome] = await performAct(this.hub, by, act, [{ idempotencyKey: `${this.run}-${(this.#keys += 1)}`, ...item }]);
    if (!outcome?.refusal) throw new Error(`${act} is not refused.`);
    return outcome.refusal;
  }

  /** What somebody reads. @throws Error where the answer has errors */
  async read<T>(by: Asker, query: string, variables: object = {}): Promise<T> {
    const { data, errors } = await askPatiently(this.hub, by, query, variables);
    if (errors) throw new Error(`${by.identity} cannot read: ${JSON.stringify(errors).slice(0, 2000)}`);
    return data as T;
  }

  /** Asks until the answer is there that an event brings. */
  async eventually<T>(question: () => Promise<T>, satisfied: (answer: T) => boolean): Promise<T> {
    for (const until = Date.now() + patience; ; await delay(50)) {
      const answer = await question();
      if (satisfied(answer)) return answer;
      if (Date.now() > until) throw new Error(`Still not so after ${patience / 1000} seconds: ${JSON.stringify(answer).slice(0, 1000)}`);
    }
  }
}

function noPlan(): CityPlan {
  return { assignmentId: '', planId: '', workPlanId: '' };
}
