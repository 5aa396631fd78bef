import type { Asker } from '../asking/asked-hub.js';
import type { Made, Month } from './month.js';

export interface Task {
  readonly id: string;
  readonly subjectId: string;
  readonly claim: { readonly id: string; readonly claimedBy: { readonly id: string } } | null;
}

/** How what is owed is done. */
export interface Work<Subject> {
  /** What the duty is on. */
  readonly on: (subject: Subject) => string;
  /** Who of the colleagues takes it. */
  readonly by: (subject: Subject, index: number) => Asker;
  readonly act: string;
  readonly items: (subject: Subject) => readonly object[];
  readonly reads?: string;
  readonly until?: string;
}

/** Open tasks of a kind that somebody sees among their own. */
export async function tasksOf(month: Month, by: Asker, kind: string): Promise<readonly Task[]> {
  const query = 'query ($kind: [String!]!) { myTasks(first: 500, filter: { kind: $kind }) { nodes { id subjectId claim { id claimedBy { id } } } } }';
  return (await month.read<{ myTasks: { nodes: Task[] } }>(by, query, { kind: [kind] })).myTasks.nodes;
}

async function countOf(month: Month, by: Asker, kind: string): Promise<number> {
  const query = 'query ($kind: [String!]!) { myTasks(first: 1, filter: { kind: $kind }) { totalCount } }';
  return (await month.read<{ myTasks: { totalCount: number } }>(by, query, { kind: [kind] })).myTasks.totalCount;
}

/** The task on each of these, once all of them have come to the list of whoever asks. */
export async function tasksOn(month: Month, by: Asker, kind: string, subjectIds: readonly string[]): Promise<readonly Task[]> {
  // They come one by one: counting them costs little, and reading all of them each time much.
  const all = async () => (await countOf(month, by, kind)) >= subjectIds.length;
  const tasks = await month.eventually(
    async () => new Map((await all()) ? (await tasksOf(month, by, kind)).map((task) => [task.subjectId, task]) : []),
    (found) => subjectIds.every((id) => found.has(id)),
  );
  return subjectIds.flatMap((id) => tasks.get(id) ?? []);
}

/** Claims tasks (领办). @returns ids of the claims */
export async function claimed(month: Month, by: Asker, tasks: readonly Task[]): Promise<string[]> {
  return (await month.done(by, 'claimTask', tasks.map(({ id }) => ({ dutyId: id })))).map(({ id }) => id);
}

/**
 * Colleagues work off what is owed of a kind: each finds the tasks on the list that all of them see, claims those that are nobody's yet, and does what is owed.
 * @returns what came of each, in the order of the subjects
 */
export async function workedOff<Subject>(month: Month, kind: string, subjects: readonly Subject[], { on, by, act, items, reads, until }: Work<Subject>): Promise<Made[][]> {
  const made = new Map<Subject, Made[]>();
  await Promise.all(
    sharesOf(subjects, by).map(async ({ colleague, share }) => {
      const tasks = await tasksOn(month, colleague, kind, share.map(on));
      await claimed(month, colleague, tasks.filter(({ claim }) => claim === null));
      const owed = share.map((subject) => ({ subject, items: items(subject) }));
      const done = await month.done(colleague, act, owed.flatMap((each) => each.items), { ...(reads !== undefined && { reads }), until });
      let next = 0;
      for (const each of owed) made.set(each.subject, done.slice(next, (next += each.items.length)));
    }),
  );
  return subjects.map((subject) => made.get(subject) ?? []);
}

/** Who takes what of it. */
export function sharesOf<Subject>(subjects: readonly Subject[], by: Work<Subject>['by']): { readonly colleague: Asker; readonly share: readonly Subject[] }[] {
  const shares = new Map<Asker, Subject[]>();
  for (const [index, subject] of subjects.entries()) {
    const colleague = by(subject, index);
    shares.set(colleague, [...(shares.get(colleague) ?? []), subject]);
  }
  return [...shares].map(([colleague, share]) => ({ colleague, share }));
}

/** One after the other takes the next. */
export function inTurn(colleagues: readonly Asker[]): (subject: unknown, index: number) => Asker {
  return (_subject, index) => colleagues[index % colleagues.length] as Asker;
}
