import type { CodeEntry, CodeListContent } from '@hub/schema/code-lists/code-list.js';
import { Readings } from '../inbox/readings.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** A snapshot as it is kept, and what is made of it when it is first asked for: the list of regions alone has more than a megabyte. */
interface Snapshot {
  readonly hash: string;
  readonly text: string;
  content?: CodeListContent;
  byCode?: ReadonlyMap<string, readonly CodeEntry[]>;
}

/** This owner's verified snapshots of code lists (代码表), held in memory and read anew whenever the inbox has taken one in. The registry down stops no read and no act. */
export class CodeListSnapshots {
  readonly #database: Transaction;
  readonly #readings = new Readings();
  #snapshots: ReadonlyMap<string, Snapshot> = new Map();

  constructor(database: Transaction) {
    this.#database = database;
  }

  /** Reads the snapshots again, those that have changed. */
  async refresh(): Promise<void> {
    const isLatest = this.#readings.begin();
    const known = [...this.#snapshots.values()].map(({ hash }) => hash);
    const rows = await this.#database.$queryRawUnsafe<{ list_id: string; content_hash: string; content: string | null }[]>(
      'SELECT list_id, content_hash, CASE WHEN content_hash <> ALL($1::text[]) THEN content END AS content FROM kernel.code_list_snapshot',
      known,
    );
    if (!isLatest()) return;
    const before = new Map([...this.#snapshots.values()].map((snapshot) => [snapshot.hash, snapshot]));
    this.#snapshots = new Map(
      rows.flatMap(({ list_id, content_hash: hash, content }) => {
        const snapshot: Snapshot | undefined = content === null ? before.get(hash) : { hash, text: content };
        return snapshot ? [[list_id, snapshot]] : [];
      }),
    );
  }

  /** The version in force of a list, as far as this owner has heard; undefined where it has heard of none. */
  get(listId: string): CodeListContent | undefined {
    const snapshot = this.#snapshots.get(listId);
    return snapshot && (snapshot.content ??= JSON.parse(snapshot.text) as CodeListContent);
  }

  /** What the version in force says of a code, once for each time for which it means something; undefined where no version has been heard of. */
  entriesOf(listId: string, code: string): readonly CodeEntry[] | undefined {
    const snapshot = this.#snapshots.get(listId);
    const content = this.get(listId);
    if (!snapshot || !content) return undefined;
    snapshot.byCode ??= byCode(content.codes);
    return snapshot.byCode.get(code) ?? [];
  }
}

function byCode(codes: readonly CodeEntry[]): ReadonlyMap<string, readonly CodeEntry[]> {
  const grouped = new Map<string, CodeEntry[]>();
  for (const entry of codes) {
    const same = grouped.get(entry.code);
    if (same) same.push(entry);
    else grouped.set(entry.code, [entry]);
  }
  return grouped;
}
