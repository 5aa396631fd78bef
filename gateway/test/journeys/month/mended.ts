import type { Asker } from '../../../../scripts/src/asking/asked-hub.js';
import type { Month } from '../../../../scripts/src/month/month.js';

/** Something that went wrong and was put right: why stands on record, where those read it whom it concerns. */
export interface Mended {
  readonly what: string;
  readonly reason: string;
  readonly readBy: readonly Asker[];
  readonly query: string;
}

/** Those of this month. */
export class MendedMistakes {
  readonly all: Mended[] = [];

  note(what: string, reason: string, readBy: readonly Asker[], query: string): void {
    this.all.push({ what, reason, readBy, query });
  }

  /** What somebody reads whom a mistake concerns, where it is not why it was put right. */
  async untold(month: Month): Promise<string[]> {
    const untold: string[] = [];
    for (const { what, reason, readBy, query } of this.all) {
      for (const by of readBy) {
        const read = JSON.stringify((await month.hub.ask(by, `{ ${query} }`)).data);
        if (!read.includes(reason)) untold.push(`${what}, to ${by.identity}: ${read}`);
      }
    }
    return untold;
  }
}
