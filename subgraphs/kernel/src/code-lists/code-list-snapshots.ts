import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import type { Transaction } from '../unit-of-work/transaction.js';

/** This owner's verified snapshots of code lists (代码表), held in memory and read anew whenever the inbox has taken one in. The registry down stops no read and no act. */
export class CodeListSnapshots {
  readonly #database: Transaction;
  #contents: ReadonlyMap<string, CodeListContent> = new Map();

  constructor(database: Transaction) {
    this.#database = database;
  }

  /** Reads the snapshots again. */
  async refresh(): Promise<void> {
    const rows = await this.#database.$queryRawUnsafe<{ list_id: string; content: string }[]>('SELECT list_id, content FROM kernel.code_list_snapshot');
    this.#contents = new Map(rows.map(({ list_id, content }) => [list_id, JSON.parse(content) as CodeListContent]));
  }

  /** The version in force of a list, as far as this owner has heard; undefined where it has heard of none. */
  get(listId: string): CodeListContent | undefined {
    return this.#contents.get(listId);
  }
}
