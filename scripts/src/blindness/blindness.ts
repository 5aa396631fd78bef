import { askPatiently } from '../asking/ask-patiently.js';
import type { AskedHub, Asker } from '../asking/asked-hub.js';
import type { Door } from './doors.js';
import { lookFor, type BlindProbe, type Look } from './look-for.js';
import { opennessOf, type Openness } from './openness.js';

/** What there is to be hidden, and from whom it is not. */
export interface Hidden {
  /** Ids that were made, by type. */
  readonly made: Readonly<Record<string, readonly string[]>>;
  /** Identities that an id has been opened to. */
  readonly opened: Readonly<Record<string, readonly string[]>>;
}

export interface Watched {
  /** What outsiders could see, and what kept them from being asked, in words. */
  readonly broken: readonly string[];
  /** How often somebody looked. */
  readonly looks: number;
}

/** Those who may never know of a purchase before feedback. */
export const outsiders: readonly (Asker & { readonly lab: boolean })[] = ['platform-1', 'platform-2', 'merchant-1', 'enterprise-1', 'department-1', 'lab-1', 'lab-2'].map((identity) => ({
  identity,
  lab: identity.startsWith('lab-'),
}));
/** Those who may know. */
export const insiders: readonly Asker[] = [{ identity: 'center', role: 'ANALYST' }, { identity: 'regulator-province' }];

/** What an event or a duty is about. */
export interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/**
 * Looks at the hub as platforms, shops, enterprises and labs would, by every way there is: row by id, list, count, event,
 * duty, text of an error. Tells whatever they could see of a purchase before feedback, or ever of what stays closed.
 */
export async function watchBlindness(hub: AskedHub, doors: readonly Door[], hidden: Hidden, more: readonly BlindProbe[] = []): Promise<Watched> {
  const probes = [...doors.flatMap((door) => probesOf(door, hidden)), ...more];
  const closed = new Map(doors.map((door) => [door, opennessOf[door.type]]));
  const forgotten = [...closed].filter(([, openness]) => openness === undefined).map(([{ type }]) => `nobody has said who may know of ${type}`);
  const [seen, known] = await Promise.all([
    Promise.all(outsiders.map(async (asker) => ({ asker, look: await lookFor(hub, asker, probes), subjects: await subjectsOf(hub, asker) }))),
    Promise.all(insiders.map((asker) => lookFor(hub, asker, probes))),
  ]);
  const everyone = [...known, ...seen.map(({ look }) => look)];
  return {
    broken: [
      ...forgotten,
      ...seen.flatMap(({ asker, look, subjects }) => [...brokenBy(asker, look, hidden), ...subjects.flatMap((each) => tellsTooMuch(asker, each, hidden))]),
      ...probes.filter(({ exists }, index) => exists && !everyone.some(({ sightings }) => (sightings[index]?.count ?? 0) > 0)).map(({ field, id }) => `nobody finds ${id ?? 'anything'} by ${field}`),
    ],
    looks: (outsiders.length + insiders.length) * probes.length,
  };
}

/** The first and the last that were made by id, and the list. */
function probesOf({ type, one, list, narrower }: Door, { made }: Hidden): BlindProbe[] {
  if (opennessOf[type] === 'everyone') return [];
  const ids = made[type] ?? [];
  const byId = one === undefined ? [] : [...new Set([ids[0], ids.at(-1)])].flatMap((id) => (id === undefined ? [] : [{ type, id, field: `${one}(id: $id) { id }`, exists: true }]));
  const page = (name: string, exists: boolean) => ({ type, field: `${name}(first: 100) { totalCount nodes { id } }`, exists });
  return [...byId, ...(list === undefined ? [] : [page(list, ids.length > 0)]), ...narrower.map((name) => page(name, false))];
}

function brokenBy(asker: (typeof outsiders)[number], look: Look, hidden: Hidden): string[] {
  const secrets = Object.values(hidden.made).flat();
  const asked = new Set(look.sightings.map(({ probe }) => probe.id));
  return [
    ...look.unanswered,
    ...look.sightings.flatMap(({ probe, ids, count }) => {
      if (probe.type === undefined || isClosed(opennessOf[probe.type], asker)) return count > 0 ? [`${asker.identity} finds ${count} by ${probe.field}`] : [];
      return ids.filter((id) => secrets.includes(id) && !isOpened(hidden, id, asker)).map((id) => `${asker.identity} finds ${id} by ${probe.field}`);
    }),
    ...secrets.filter((id) => !asked.has(id) && !isOpened(hidden, id, asker) && look.errors.includes(id)).map((id) => `${asker.identity} reads ${id} in an error`),
  ];
}

/** Whether a type never opens to an asker. */
function isClosed(openness: Openness | undefined, { lab }: { readonly lab: boolean }): boolean {
  return openness === undefined || openness === 'centre' || (openness === 'lab' && !lab) || (openness === 'addressee' && lab);
}

function isOpened({ opened }: Hidden, id: string, { identity }: Asker): boolean {
  return opened[id]?.includes(identity) ?? false;
}

/** Says in words if an event or a duty about a subject tells an asker what is hidden from it. */
export function tellsTooMuch(asker: (typeof outsiders)[number], { subjectType, subjectId }: Subject, hidden: Hidden): string[] {
  const openness = opennessOf[subjectType];
  const secret = Object.values(hidden.made).some((ids) => ids.includes(subjectId));
  const bad = openness !== 'everyone' && (isClosed(openness, asker) || (secret && !isOpened(hidden, subjectId, asker)));
  return bad ? [`${asker.identity} sees an event or duty about ${subjectType} ${subjectId}`] : [];
}

/** What the events and duties that an asker may see are about. */
async function subjectsOf(hub: AskedHub, asker: Asker): Promise<Subject[]> {
  const query = `query ($after: String) { exchangeEvents(first: 500, after: $after) { nodes { subjectType subjectId } pageInfo { hasNextPage endCursor } }
    duties(first: 500) { nodes { subjectType subjectId } } }`;
  const subjects: Subject[] = [];
  for (let after: string | undefined; ; ) {
    const answer = await askPatiently(hub, asker, query, { after });
    const { exchangeEvents, duties } = (answer.data ?? {}) as unknown as Record<string, { nodes: Subject[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null>;
    if (!exchangeEvents || !duties) throw new Error(`${asker.identity} is refused its own events and duties: ${JSON.stringify(answer.errors)}`);
    subjects.push(...exchangeEvents.nodes, ...duties.nodes);
    if (!exchangeEvents.pageInfo.hasNextPage) return subjects;
    after = exchangeEvents.pageInfo.endCursor;
  }
}
