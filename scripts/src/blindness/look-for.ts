import { askPatiently } from '../asking/ask-patiently.js';
import type { AskedHub, Asker, GraphqlAnswer } from '../asking/asked-hub.js';

/** A way to ask for what is closed, by one root field: `purchases(first: 10) { totalCount nodes { id } }`. */
export interface BlindProbe {
  readonly field: string;
  /** The type whose rows it leads to; a probe without one must never bring anything. */
  readonly type?: string;
  /** The id that the field names as $id. */
  readonly id?: string | undefined;
  /** Whether there is something that it would find: what brings nobody anything proves nothing about those who may not. */
  readonly exists: boolean;
}

/** What one asker found by one probe. */
export interface Sighting {
  readonly probe: BlindProbe;
  readonly ids: readonly string[];
  /** Rows that were counted, also where their ids were not read. */
  readonly count: number;
}

export interface Look {
  readonly sightings: readonly Sighting[];
  /** Whatever kept a probe from being answered or refused by the terms: nothing seen then means nothing. */
  readonly unanswered: readonly string[];
  /** Texts of the errors that came back, which must not tell what the data does not. */
  readonly errors: string;
}

/** Fewer than the root fields that the gateway takes in one operation. */
const probesPerRequest = 40;

/** Asks for everything that is closed, as one asker, in as few requests as the gateway takes. */
export async function lookFor(hub: AskedHub, asker: Asker, probes: readonly BlindProbe[]): Promise<Look> {
  const looks: Look[] = [];
  for (let from = 0; from < probes.length; from += probesPerRequest) looks.push(await lookOnce(hub, asker, probes.slice(from, from + probesPerRequest)));
  return {
    sightings: looks.flatMap(({ sightings }) => sightings),
    unanswered: looks.flatMap((look) => look.unanswered),
    errors: looks.map(({ errors }) => errors).join(''),
  };
}

async function lookOnce(hub: AskedHub, asker: Asker, probes: readonly BlindProbe[]): Promise<Look> {
  const variables = Object.fromEntries(probes.flatMap(({ id }, index) => (id === undefined ? [] : [[`id${index}`, id]])));
  const declared = Object.keys(variables).map((name) => `$${name}: ID!`);
  const fields = probes.map(({ field }, index) => `p${index}: ${field.replaceAll('$id', `$id${index}`)}`);
  const query = `query Look${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${fields.join(' ')} }`;
  const answer = await askPatiently(hub, asker, query, variables);
  return {
    sightings: probes.map((probe, index) => ({ probe, ...rowsIn(answer.data?.[`p${index}`]) })),
    unanswered: unanswered(asker, probes, answer),
    errors: JSON.stringify(answer.errors ?? []),
  };
}

function unanswered({ identity }: Asker, probes: readonly BlindProbe[], { status, data, errors = [] }: GraphqlAnswer): string[] {
  const others = errors.filter(({ extensions }) => !/^(SHARING_|ACT_|NOT_FOUND$)/.test(String(extensions['code'])));
  if (status === 200 && data && others.length === 0) return [];
  const where = others.map(({ message, path }) => `${probes[Number(String(path?.[0]).slice(1))]?.field ?? ''}: ${message}`);
  return [`${identity} gets ${status} and no answer: ${where.join('; ')}`];
}

function rowsIn(found: unknown): { ids: string[]; count: number } {
  if (typeof found !== 'object' || found === null) return { ids: [], count: 0 };
  const { id, totalCount, nodes = [] } = found as { id?: string; totalCount?: number; nodes?: { id?: string; subjectId?: string }[] };
  if (id !== undefined) return { ids: [id], count: 1 };
  return { ids: nodes.flatMap((node) => node.id ?? []), count: Math.max(totalCount ?? 0, nodes.length) };
}
