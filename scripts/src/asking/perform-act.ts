import { setTimeout as delay } from 'node:timers/promises';
import type { AskedHub, Asker } from './asked-hub.js';
import { askPatiently } from './ask-patiently.js';

/** What became of one item of an act. */
export interface Outcome {
  readonly value: ({ readonly id: string } & Readonly<Record<string, unknown>>) | null;
  readonly refusal: Refusal | null;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
}

export interface ActOptions {
  /** What is read of each outcome; the refusal is always read. */
  readonly selection?: string;
  /** A refusal that ends by itself when an event has arrived: asked again with the same keys until then. */
  readonly until?: string | undefined;
}

const giveUpAfter = 60_000;

/** Does an act and gives its outcomes, refused ones too. @throws Error where the whole act is denied, or what ends by itself does not end */
export async function performAct(hub: AskedHub, asker: Asker, name: string, items: readonly object[], options: ActOptions = {}): Promise<Outcome[]> {
  const { selection = 'value { id }', until } = options;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { ${selection} refusal { code message field } } } }`;
  for (const giveUp = Date.now() + giveUpAfter; ; await delay(50)) {
    const { status, data, errors } = await askPatiently(hub, asker, query, { items });
    const outcomes = (data?.[name] as unknown as { outcomes: Outcome[] } | null)?.outcomes;
    const early = outcomes?.some(({ refusal }) => refusal !== null && refusal.code === until);
    if (outcomes && !errors && !early) return outcomes;
    if (!early || Date.now() > giveUp) throw new Error(`${name} came to ${JSON.stringify({ status, errors, outcomes }, null, 1).slice(0, 3000)}`);
  }
}
