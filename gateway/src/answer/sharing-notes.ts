import { z } from 'zod';
import { clientPosition, type FetchPosition } from './client-position.js';

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
  message: z.string().optional(),
  count: z.int().min(1),
});
const sharing = z.object({ refused: z.array(told).default([]), masked: z.array(told).default([]) });

/** What was refused or masked at one position of the client's answer, with the number of rows. */
export type PositionedNote = z.infer<typeof told>;

/** The notes of all subgraphs on one operation, one entry per coordinate and position. */
export class SharingNotes {
  readonly #refused = new Map<string, PositionedNote>();
  readonly #masked = new Map<string, PositionedNote>();

  /** Adds what a subgraph told in answer to a fetch; what is no such note is left out. */
  add(extension: unknown, fetch: FetchPosition): void {
    const { data } = sharing.safeParse(extension);
    for (const note of data?.refused ?? []) merge(this.#refused, note, fetch);
    for (const note of data?.masked ?? []) merge(this.#masked, note, fetch);
  }

  /** `extensions.sharing` of the client's answer; undefined where nothing was refused or masked. */
  merged(): { refused: PositionedNote[]; masked: PositionedNote[] } | undefined {
    if (this.#refused.size + this.#masked.size === 0) return undefined;
    return { refused: [...this.#refused.values()], masked: [...this.#masked.values()] };
  }
}

function merge(notes: Map<string, PositionedNote>, note: PositionedNote, fetch: FetchPosition): void {
  const path = clientPosition(fetch, note.path);
  const key = `${note.coordinate} ${path.join('.')} ${note.code ?? note.mask}`;
  const known = notes.get(key);
  if (known) known.count += note.count;
  else notes.set(key, { ...note, path });
}
