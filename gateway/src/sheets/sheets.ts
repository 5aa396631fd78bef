import { randomInt } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import { ImportFault } from '@hub/imports/import-fault.js';
import { actForm, type ActForm } from '@hub/imports/sheets/act-form.js';
import { formAnswer, type FormOutcome } from '@hub/imports/sheets/form-answer.js';
import { formItems, type FormItem } from '@hub/imports/sheets/form-items.js';
import { formTemplate } from '@hub/imports/sheets/form-template.js';
import { readForm } from '@hub/imports/sheets/read-form.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { SupergraphInForce } from '../exports/supergraph-in-force.js';
import type { GatewayContext } from '../gateway-context.js';
import { actAudience, type ActAudience } from './act-audience.js';
import { doItems, doingQuery, requireMayDo, type DoneItem } from './do-items.js';
import { sheetActs, type SheetAct } from './sheet-acts.js';
import type { SheetSettings } from './sheet-settings.js';
import { waitingRows } from './waiting-rows.js';

/** Rows of a template that have a key and nothing else. */
const freeRows = 50;
/** How many times the bytes of a sheet one of its parts may come to. */
const unpackedTimes = 20;

export interface SheetsOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  readonly inForce: SupergraphInForce;
  readonly limits: SheetSettings;
}

/** Who asks, and how one operation of theirs travels through the gateway. */
export interface SheetAsking {
  readonly partyId: string;
  readonly locale: Locale;
  readonly contextFor: () => GatewayContext;
}

/** A sheet to be filled in. */
export interface SheetTemplate {
  readonly workbook: Buffer;
  /** How many rows of what waits stand in it. */
  readonly waiting: number;
  /** Whether more waits than stands in it. */
  readonly more: boolean;
}

/** A sheet that was sent, and what became of it. */
export interface TakenSheet {
  readonly outcomes: readonly FormOutcome[];
  /** What was not done, to be mended, and what became of every row. */
  readonly workbook: () => Promise<Buffer>;
}

/** Sheets of acts (填报表, ADR 0043): derived from the contract, filled with what waits for whoever fetches one, and done as operations of whoever sends one. What is asked are texts of the gateway's own, so the list of operations (SAFELIST), which is about what callers write, is not asked. Nothing of them is kept. */
export class Sheets {
  readonly #options: SheetsOptions;
  /** How many each party has under way. */
  readonly #underWay = new Map<string, number>();

  constructor(options: SheetsOptions) {
    this.#options = options;
  }

  /** The acts that have sheets, in the order of the cycle: those of the contract that is served, with who may do each. */
  acts(): { readonly act: string; readonly title: Bilingual; readonly audience: readonly ActAudience[] }[] {
    const { schema, sdl } = this.#options.inForce.current;
    return sheetActs.flatMap(({ act, without }) => actForm(schema, act, { without }) ?? []).map(({ act, title }) => ({ act, title, audience: actAudience(sdl, act) }));
  }

  /**
   * The sheet of an act, to be filled in.
   * @param filter narrows what waits, as its list takes it; null: nothing that waits stands in it
   * @throws GraphQLError SHEET_ACT_UNKNOWN, SHEETS_TOO_MANY, and what the list of what waits is refused with
   */
  async template(act: string, filter: object | null, asking: SheetAsking): Promise<SheetTemplate> {
    const { apollo, inForce, limits } = this.#options;
    const { locale, contextFor } = asking;
    const { form, waiting } = this.#found(act, locale);
    return this.#oneOfParty(asking, async () => {
      const keyOf = keysOf(new Date());
      const room = limits.SHEET_ROWS;
      const { rows, more } = waiting && filter !== null ? await waitingRows(waiting, { apollo, schema: inForce.current.schema, locale, filter, most: room, keyOf, contextFor }) : { rows: [], more: false };
      const free = Array.from({ length: Math.min(freeRows, room - rows.length) }, (_row, n) => keyOf(rows.length + n + 1));
      const workbook = await formTemplate(form, { locale, waiting: rows, more, shown: waiting?.shows.map(({ title }) => title) ?? [], freeKeys: free, room });
      return { workbook, waiting: rows.length, more };
    });
  }

  /**
   * Does what a filled-in sheet says, row by row.
   * @throws GraphQLError SHEET_ACT_UNKNOWN, SHEETS_TOO_MANY, those of readForm, those of doItems
   */
  async take(act: string, file: Buffer, asking: SheetAsking): Promise<TakenSheet> {
    const { locale } = asking;
    const found = this.#found(act, locale);
    const outcomes = await this.#oneOfParty(asking, () => this.#done(found, file, asking));
    return { outcomes, workbook: () => formAnswer(found.form, outcomes, locale) };
  }

  /** Works on a sheet of a party, of which only so many are worked on at the same time. @throws GraphQLError SHEETS_TOO_MANY */
  async #oneOfParty<Made>({ partyId, locale }: SheetAsking, work: () => Promise<Made>): Promise<Made> {
    const limit = this.#options.limits.SHEETS_PER_PARTY;
    const came = this.#underWay.get(partyId) ?? 0;
    if (came >= limit) throw codedError('SHEETS_TOO_MANY', locale, { limit });
    this.#underWay.set(partyId, came + 1);
    try {
      return await work();
    } finally {
      const left = (this.#underWay.get(partyId) ?? 1) - 1;
      if (left > 0) this.#underWay.set(partyId, left);
      else this.#underWay.delete(partyId);
    }
  }

  async #done({ form, waiting }: FoundSheet, file: Buffer, { locale, contextFor }: SheetAsking): Promise<FormOutcome[]> {
    const { apollo, inForce, limits } = this.#options;
    const doing = { apollo, query: doingQuery(inForce.current.schema, form), act: form.act, contextFor };
    // Before the file is read: it is nothing to unpack for who may not do the act.
    await requireMayDo(doing);
    const rows = await readForm(file, form, { rows: limits.SHEET_ROWS, unpacked: limits.SHEET_BYTES * unpackedTimes }).catch((error: unknown) => {
      throw error instanceof ImportFault ? codedError(error.code, locale, error.parameters) : error;
    });
    const items = formItems(form, rows, Object.keys(waiting?.fills ?? {}));
    const made = items.flatMap((each) => ('item' in each ? [each.item] : []));
    const done = await doItems(made, doing);
    let next = 0;
    return items.map((each) => ({ key: each.key, rows: each.rows, ...('item' in each ? ofDone(done[(next += 1) - 1], form, locale) : withoutItem(each, form, locale)) }));
  }

  /** @throws GraphQLError SHEET_ACT_UNKNOWN */
  #found(act: string, locale: Locale): FoundSheet {
    const known = sheetActs.find((each) => each.act === act);
    const form = known && actForm(this.#options.inForce.current.schema, act, { without: known.without, given: Object.keys(known.waiting?.fills ?? {}) });
    if (!known || !form) throw codedError('SHEET_ACT_UNKNOWN', locale, { act, acts: this.acts().map((each) => each.act).join(', ') });
    return { form, waiting: known.waiting };
  }
}

interface FoundSheet {
  readonly form: ActForm;
  readonly waiting: SheetAct['waiting'];
}

/** What an item came to, with the title of the column that a refusal is about before its message. */
function ofDone(done: DoneItem | undefined, form: ActForm, locale: Locale): Omit<FormOutcome, 'key' | 'rows'> {
  if (!done) return { outcome: 'NOT_SENT' };
  const { field, message, ...told } = done;
  const title = field === undefined ? undefined : titleOf(form, field.replaceAll(/\.\d+(?=\.|$)/g, ''), locale);
  return { ...told, ...(message !== undefined && { message: title === undefined ? message : `${title}: ${message}` }) };
}

function titleOf({ columns }: ActForm, name: string, locale: Locale): string | undefined {
  return columns.find((column) => column.name === name)?.title[locale];
}

/** What becomes of rows of which there is nothing to send: all that is wrong with them, by the titles of their columns. */
function withoutItem(each: FormItem, form: ActForm, locale: Locale): Pick<FormOutcome, 'outcome' | 'code' | 'message'> {
  if (!('problems' in each)) return { outcome: 'LEFT_OUT' };
  const messages = each.problems.map(({ code, parameters, field }) => errorMessage(code, locale, { ...parameters, field: titleOf(form, field, locale) ?? field }));
  return { outcome: 'REFUSED', code: [...new Set(each.problems.map(({ code }) => code))].join(', '), message: messages.join(' ') };
}

/** Keys of the rows of one sheet: the day, what sets this sheet apart, and the row, last, so that a spreadsheet counts on when it is filled down. */
function keysOf(now: Date): (n: number) => string {
  const sheet = randomInt(36 ** 6).toString(36).padStart(6, '0');
  return (n) => `${now.toISOString().slice(0, 10).replaceAll('-', '')}-${sheet}-${n}`;
}
