import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { purposeHeader } from '@hub/kernel/identity/authenticate.js';
import { answersGraphql } from '../answers-graphql.js';
import { closedLoop, type Loaded } from '../closed-loop.js';
import { freePort } from '../free-port.js';
import { databaseVariables, type Databases } from '../hub/databases.js';
import { youngGenerationOfProcess } from '../../start/young-generation.js';
import { startSubjectProcess } from '../subject-process.js';
import type { EmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import type { Variant } from './variants.js';
import { workOf, type Work } from './work-of.js';

/** A hub with something left out, as a process of its own. */
export interface MeasuredHub {
  /** Asks the same again and again, on so many connections, under one token. @throws Error where it is not answered */
  load(token: string, body: object, connections: number, seconds: number): Promise<Loaded>;
  /** Asks once. @returns the answer as it came */
  ask(token: string, body: object): Promise<string>;
  /** Waits until every owner answers the bearer of a token. */
  knows(token: string): Promise<void>;
  /** Puts a load on it, and counts meanwhile what it and the server did for that. */
  workOf(load: () => Promise<readonly Loaded[]>): Promise<{ loads: readonly Loaded[]; work: Work }>;
  stop(): Promise<void>;
}

const knownWithin = 60_000;
/** Codes by which an owner is away, or does not know the caller yet. */
const unanswered = /UNAVAILABLE$|^UNAUTHENTICATED$/;
const unavailable = /"code":"[A-Z_]*UNAVAILABLE"/;

/** Identical requests under way are asked each for itself: all are alike here, which would multiply the figures. Without terms five hundred parties wait long for all that they then read. */
const settings = { UPSTREAM_SHARING: 'off', WEBHOOK_DELIVERY: 'off', UPSTREAM_TIMEOUT_MS: '60000', LIMIT_TIME_MS: '60000' };

/** @param token by which it is asked whether it answers */
export async function measuredHub(variant: Variant, postgres: EmbeddedPostgres, databases: Databases, dataDir: string, token: string): Promise<MeasuredHub> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const args = [youngGenerationOfProcess, fileURLToPath(new URL('./serve-measured-hub.js', import.meta.url)), variant];
  const variables = { ...databaseVariables(databases), ...settings, HUB_DATA_DIR: dataDir, PORT: String(port), NODE_ENV: '' };
  const headersOf = (token: string) => ({ authorization: `Bearer ${token}`, accept: 'application/json', [purposeHeader]: 'SUPERVISION' });
  const ask = async (bearer: string, body: object) => {
    const answer = await fetch(url, { method: 'POST', headers: { ...headersOf(bearer), 'content-type': 'application/json' }, body: JSON.stringify(body) });
    return answer.text();
  };
  const { pid, stop } = await startSubjectProcess({ args, variables }, url, () => answersGraphql(url, headersOf(token)));
  return {
    stop,
    ask,
    workOf: (load) => workOf({ hub: pid, postgres, databases: Object.values(databases).map((address) => new URL(address).pathname.slice(1)) }, load),
    // Refusals are answers; an owner that does not answer is none.
    load: (token, body, connections, seconds) => closedLoop(url, headersOf(token), { requests: [body], connections }, seconds, (answer) => !unavailable.test(answer)),
    async knows(token) {
      const query = '{ viewer { userId } monitoringPlans(first: 1) { totalCount } samples(first: 1) { totalCount } listings(first: 1) { totalCount } commissions: inspectionReports(first: 1) { totalCount } }';
      for (const until = Date.now() + knownWithin; Date.now() < until; await delay(200)) {
        // A gateway that keeps a supergraph answers before the owners do.
        const { data, errors = [] } = JSON.parse(await ask(token, { query })) as { data?: object | null; errors?: readonly { readonly extensions?: { readonly code?: string } }[] };
        if (data && !errors.some(({ extensions }) => unanswered.test(extensions?.code ?? ''))) return;
      }
      throw new Error('The parties are not known to every owner.');
    },
  };
}
