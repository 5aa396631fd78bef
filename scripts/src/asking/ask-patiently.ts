import { setTimeout as delay } from 'node:timers/promises';
import type { AskedHub, Asker, GraphqlAnswer } from './asked-hub.js';

/** What a client sees while a part of the hub is away; it asks again, as it is told to. */
const transient = new Set(['UPSTREAM_UNAVAILABLE', 'DATABASE_UNAVAILABLE', 'AUDIT_UNAVAILABLE']);
const giveUpAfter = 60_000;

/** Asks until every part of the hub that the question needs is there; acts may be asked so too, for their keys stay the same. */
export async function askPatiently(hub: AskedHub, asker: Asker, query: string, variables: object = {}): Promise<GraphqlAnswer> {
  for (const giveUp = Date.now() + giveUpAfter; ; await delay(50)) {
    const answer = await hub.ask(asker, query, variables).catch(noAnswer);
    const away = [...(answer.errors ?? []).map(({ extensions }) => extensions['code']), ...refusedIn(answer)].some((code) => transient.has(String(code)));
    if (!away || Date.now() > giveUp) return answer;
  }
}

function noAnswer(error: Error): GraphqlAnswer {
  return { status: 0, data: null, errors: [{ message: error.message, extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] };
}

/** An act says of each item why it was not done. */
function refusedIn({ data }: GraphqlAnswer): (string | undefined)[] {
  return Object.values(data ?? {}).flatMap((payload) => (payload as { outcomes?: { refusal?: { code: string } | null }[] } | null)?.outcomes?.map(({ refusal }) => refusal?.code) ?? []);
}
