import { randomUUID } from 'node:crypto';
import { sha256 } from '../hashing/sha-256.js';
import { actRecord, type ActRecord } from '../unit-of-work/act-record.js';
import type { Transaction } from '../unit-of-work/transaction.js';
import type { UnitOfWork } from '../unit-of-work/unit-of-work.js';
import { destroyPersonalKeys, PersonalData, type Sealed } from './personal-data.js';
import type { PersonalKeyFile } from './personal-key-file.js';

/** A kind of personal data (个人信息种类) and for how long it is kept (保存期限, 个人信息保护法 art. 19). */
export interface PersonalKind {
  readonly name: string;
  /** Milliseconds from when it was told or needed last; null where it is kept until somebody ends it. */
  readonly keptFor: number | null;
}

/** What is told of a person. */
export interface ToldPerson<Content> {
  /** The party that keeps it. */
  readonly holder: string;
  /** Where and by what the person is known again, such as a platform and an account there: whoever is told with the same is the same person. Left out where nobody is looked for. */
  readonly known?: { readonly at: string; readonly by: string };
  /** From when its time counts; now, where it is left out. */
  readonly since?: Date;
  readonly content: Content;
}

/** What stays of personal data beside the rows that hold it encrypted. */
export interface PersonalRecord {
  readonly personId: string;
  readonly keptUntil: Date | null;
  readonly contentHash: string | null;
  readonly erased: ActRecord | null;
  readonly erasureReason: string | null;
}

interface KnownPerson {
  readonly holder: string;
  readonly at: string | null;
  readonly by: string | null;
  readonly since: Date;
  /** Of the person, where nobody is known by that yet. */
  readonly personId: string;
}

type Reading = Pick<Transaction, '$queryRawUnsafe'>;

const batch = 200;

/**
 * Personal data of one kind: encrypted per person in the rows of its owner, kept for the time of its kind, and erased by destroying the key (5.4.3 d). Copies of a row carry what is encrypted and whose it is, and nothing else.
 */
export class PersonalRecords<Content> {
  readonly #file: PersonalKeyFile;
  readonly #kind: PersonalKind;
  readonly #data: PersonalData<Content>;

  constructor(file: PersonalKeyFile, kind: PersonalKind) {
    this.#file = file;
    this.#kind = kind;
    this.#data = new PersonalData(file);
  }

  /** By what a receipt knows something personal again: a hash that nobody makes without the hub's key, so that no guess can be confirmed. */
  hash(content: unknown): Promise<string> {
    return this.#file.hash(content);
  }

  /** Encrypts what is told of persons, each under their own key, in the transaction of the rows. Whoever was erased is another person from then on. @returns in the order given */
  async keep(unit: UnitOfWork, told: readonly ToldPerson<Content>[]): Promise<Sealed[]> {
    if (told.length === 0) return [];
    const known = await Promise.all(
      told.map(async ({ holder, known: { at, by } = { at: null, by: null }, since = unit.now }) => ({ holder, at, by: by === null ? null : await this.#knownBy(by), since, personId: randomUUID() })),
    );
    const personIds = await this.#persons(unit.tx, known);
    const sealed = await this.#data.seal(unit.tx, told.map(({ content }, index) => ({ personId: personIds[index] ?? '', content })), unit.now);
    const last = new Map(sealed.map((each) => [each.personId, sha256(each.sealed)]));
    await unit.tx.$executeRawUnsafe(
      `UPDATE kernel.personal_record r SET content_hash = h.hash FROM unnest($1::text[], $2::text[]) AS h (person_id, hash) WHERE r.person_id = h.person_id`,
      [...last.keys()], [...last.values()],
    );
    return sealed;
  }

  /** What is there to be read, in the order given; of whom is erased there is nothing. */
  open(database: Reading, rows: readonly Sealed[]): Promise<readonly (Content | undefined)[]> {
    return this.#data.openEach(database, rows);
  }

  /** Who is known by that, wherever and at whichever party; nobody who was erased. */
  async knownBy(database: Reading, by: string): Promise<string[]> {
    const rows = await database.$queryRawUnsafe<{ person_id: string }[]>('SELECT person_id FROM kernel.personal_record WHERE kind = $1 AND known_by = $2', this.#kind.name, await this.#knownBy(by));
    return rows.map(({ person_id }) => person_id);
  }

  /**
   * Erases what is kept of persons whose time is over, at most a batch; of several processes each takes others.
   * @param empty empties what rows hold encrypted of them
   * @param neededUntil until when persons were needed for what they are kept for, `unit.now` of whom are needed still: their time counts from then
   * @returns whether there may be more
   */
  async expire(unit: UnitOfWork, empty: (personIds: readonly string[]) => Promise<void>, neededUntil: (personIds: readonly string[]) => Promise<ReadonlyMap<string, Date>> = () => Promise.resolve(new Map())): Promise<boolean> {
    const rows = await unit.tx.$queryRawUnsafe<{ person_id: string }[]>(
      `SELECT person_id FROM kernel.personal_record WHERE kind = $1 AND erased IS NULL AND kept_until <= $2::timestamptz ORDER BY kept_until LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      this.#kind.name, unit.now,
    );
    const due = rows.map(({ person_id }) => person_id);
    const kept = await this.#keepOn(unit, await neededUntil(due));
    const personIds = due.filter((personId) => !kept.has(personId));
    await erasePersons(unit, personIds, null);
    await empty(personIds);
    return rows.length === batch;
  }

  /** Has the time of persons count from when they were needed last. @returns those whose time is not over by that */
  async #keepOn({ tx, now }: UnitOfWork, needed: ReadonlyMap<string, Date>): Promise<ReadonlySet<string>> {
    const { keptFor } = this.#kind;
    const until = [...needed].map(([personId, at]) => [personId, new Date(at.getTime() + (keptFor ?? 0))] as const).filter(([, end]) => end > now);
    if (until.length === 0) return new Set();
    await tx.$executeRawUnsafe(
      `UPDATE kernel.personal_record r SET kept_until = n.until FROM unnest($1::text[], $2::timestamptz[]) AS n (person_id, until) WHERE r.person_id = n.person_id`,
      until.map(([personId]) => personId), until.map(([, end]) => end),
    );
    return new Set(until.map(([personId]) => personId));
  }

  #knownBy(by: string): Promise<string> {
    return this.#file.hash({ kind: this.#kind.name, by });
  }

  /** Whose what is told is, one id each; of who is there already the time grows. */
  async #persons(tx: Transaction, told: readonly KnownPerson[]): Promise<string[]> {
    const { name, keptFor } = this.#kind;
    // Of those told of twice the last stands. All in one order: two who tell of the same persons at once wait for each other only one way.
    const distinct = new Map([...told].sort((a, b) => a.since.getTime() - b.since.getTime()).map((each) => [identity(each), each]));
    const entered = [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { since, ...person }]) => ({ ...person, until: keptFor === null ? null : new Date(since.getTime() + keptFor) }));
    const rows = await tx.$queryRawUnsafe<Omit<KnownPerson, 'since'>[]>(
      `INSERT INTO kernel.personal_record AS r (person_id, kind, holder, known_at, known_by, kept_until)
       SELECT "personId", $1, holder, at, by, until FROM jsonb_to_recordset($2::jsonb) AS t ("personId" text, holder text, at text, by text, until timestamptz)
       ON CONFLICT (kind, known_by, holder, known_at) DO UPDATE SET kept_until = GREATEST(r.kept_until, excluded.kept_until)
       RETURNING person_id AS "personId", holder, known_at AS at, known_by AS by`,
      name, JSON.stringify(entered),
    );
    const persons = new Map(rows.map((row) => [identity(row), row.personId]));
    return told.map((each) => persons.get(identity(each)) ?? each.personId);
  }
}

/** One id for whoever is the same person. */
function identity({ holder, at, by, personId }: Omit<KnownPerson, 'since'>): string {
  return by === null ? personId : JSON.stringify([holder, at, by]);
}

/** Erases what is kept of persons: the keys go, hash, act and reason remain (删除个人信息, 个人信息保护法 art. 47). @param reason who asked, and what for; null where their time was over */
export async function erasePersons(unit: UnitOfWork, personIds: readonly string[], reason: string | null): Promise<void> {
  if (personIds.length === 0) return;
  await unit.tx.$executeRawUnsafe(
    `UPDATE kernel.personal_record SET erased = $2::jsonb, erasure_reason = $3, known_by = NULL, kept_until = NULL WHERE person_id = ANY($1::text[]) AND erased IS NULL`,
    personIds, JSON.stringify(actRecord(unit)), reason,
  );
  await destroyPersonalKeys(unit.tx, personIds);
}

/** What stays of personal data, by person. */
export async function personalRecords(database: Reading, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonalRecord>> {
  const rows = await database.$queryRawUnsafe<PersonalRecord[]>(
    `SELECT person_id AS "personId", kept_until AS "keptUntil", content_hash AS "contentHash", erased, erasure_reason AS "erasureReason" FROM kernel.personal_record WHERE person_id = ANY($1::text[])`,
    personIds,
  );
  return new Map(rows.map((row) => [row.personId, row]));
}
