import { z } from 'zod';
import { clientPosition, type FetchPosition } from './client-position.js';
import { countPlaces } from './count-places.js';

/** What a subgraph may tell in `extensions.sharing`; anything else in it stays with the gateway. */
const told = z.object({
  coordinate: z.string(),
  path: z.array(z.string()),
  owner: z.string(),
  terms: z.string(),
  class: z.string().optional(),
  ground: z.string().optional(),
  code: z.string().optional(),
  mask: z.string().optional(),
  clause: z.string().optional(),
  holders: z.array(z.string()).optional(),
  message: z.string().optional(),
  count: z.int().min(1),
});
const sharing = z.object({
  refused: z.array(told).default([]),
  masked: z.array(told).default([]),
  grants: z.array(z.string()).default([]),
  stale: z.array(z.object({ owner: z.string(), asOf: z.string().optional() })).catch([]),
});

/** `extensions.sharing` of the client's answer. */
export interface MergedNotes {
  readonly refused: PositionedNote[];
  readonly masked: PositionedNote[];
  /** Grants under which something was read. */
  readonly grants?: string[];
  /** Owners of which whoever answered has heard too little: what rests on their word may be older than the terms allow. */
  readonly stale?: StaleSource[];
}

/** What was refused or masked at one position of the client's answer, with the number of rows. */
export type PositionedNote = z.infer<typeof told>;

/** An owner that was not heard for longer than the terms allow, and until when all is known that happened there. */
export type StaleSource = z.infer<typeof sharing>['stale'][number];

/** The notes of all subgraphs on one operation, one entry per coordinate and position. */
export class SharingNotes {
  readonly #refused = new Map<string, PositionedNote>();
  readonly #masked = new Map<string, PositionedNote>();
  readonly #grants = new Set<string>();
  readonly #stale = new Map<string, StaleSource>();

  /** Adds what a subgraph told in answer to a fetch, with the answer's own data; what is no such note is left out. */
  add(extension: unknown, fetch: FetchPosition, answered: unknown): void {
    const { data } = sharing.safeParse(extension);
    const places = fetch.places?.some((count) => count > 1) ? fetch.places : undefined;
    const counted = (note: PositionedNote, kind: 'refused' | 'masked') =>
      places ? { ...note, count: countPlaces(note, kind, answered, places) } : note;
    for (const note of data?.refused ?? []) merge(this.#refused, counted(note, 'refused'), fetch);
    for (const note of data?.masked ?? []) merge(this.#masked, counted(note, 'masked'), fetch);
    for (const grant of data?.grants ?? []) this.#grants.add(grant);
    for (const source of data?.stale ?? []) this.#stale.set(source.owner, staler(this.#stale.get(source.owner), source));
  }

  /** `extensions.sharing` of the client's answer; undefined where nothing was refused, masked or read under a grant, and all is fresh. */
  merged(): MergedNotes | undefined {
    if (this.#refused.size + this.#masked.size + this.#grants.size + this.#stale.size === 0) return undefined;
    return {
      refused: [...this.#refused.values()],
      masked: [...this.#masked.values()],
      ...(this.#grants.size > 0 && { grants: [...this.#grants] }),
      ...(this.#stale.size > 0 && { stale: [...this.#stale.values()] }),
    };
  }
}

/** Of what two answers say of one owner: of which less has been heard, nothing being least. */
export function staler(known: StaleSource | undefined, told: StaleSource): StaleSource {
  if (!known) return told;
  return (known.asOf ?? '') <= (told.asOf ?? '') ? known : told;
}

function merge(notes: Map<string, PositionedNote>, note: PositionedNote, fetch: FetchPosition): void {
  const path = clientPosition(fetch, note.path);
  const key = `${note.coordinate} ${path.join('.')} ${note.code ?? note.mask}`;
  const known = notes.get(key);
  if (!known) notes.set(key, { ...note, path });
  else {
    known.count += note.count;
    if (known.holders) known.holders = [...new Set([...known.holders, ...(note.holders ?? [])])];
  }
}
