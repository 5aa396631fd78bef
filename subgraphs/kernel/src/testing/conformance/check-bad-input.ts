import { catalogue } from '@hub/schema/errors/catalogue.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../unit-of-work/transaction.js';
import type { ActUnderTest, TriedOutcome } from './act-under-test.js';
import { badItems, hugeItems, repeatingItems, type BadItem } from './bad-items.js';
import type { OracleSchema } from './oracle.js';
import { standsSomewhere, tableContents, transactionNow } from './table-contents.js';

/**
 * Sends an act everything that can be wrong with each value of its input, beside items that are right.
 *
 * A wrong item is refused by a code that names the field, in the caller's language, and leaves nothing behind; the right
 * ones come to what they come to alone.
 *
 * @returns what is otherwise, in words
 */
export async function checkBadInput(act: ActUnderTest, schema: OracleSchema, database: Transaction): Promise<string[]> {
  const right = await act.rightItem();
  const bad = badItems(schema, act.inputType, right).map((item) => (act.lookedUpElsewhere.includes(item.field) && isReferenceToNothing(item) ? { ...item, comes: 'TAKEN_OR_REFUSED' as const } : item));
  const huge = hugeItems(schema, act.inputType, right);
  return [
    ...(await refusedItems(act, database, bad.filter(({ comes }) => comes === 'REFUSED'), right)),
    ...(await hugeTexts(act, database, huge, right)),
    ...(await unreadableItems(act, database, bad.filter(({ comes }) => comes === 'UNREADABLE'), right)),
    ...(await doubtfulItems(act, database, [...bad.filter(({ comes }) => comes === 'TAKEN_OR_REFUSED'), ...repeatingItems(schema, act.inputType, right)])),
    ...(await twice(act)),
  ];
}

function isReferenceToNothing({ what }: BadItem): boolean {
  return what.startsWith('a reference to nothing');
}

async function refusedItems(act: ActUnderTest, database: Transaction, bad: readonly BadItem[], right: object): Promise<string[]> {
  if (bad.length === 0) return [];
  const items = bad.map(({ spoil }, index) => ({ ...spoil(right), idempotencyKey: `refused-${index}` }));
  const [first, last] = [await act.rightItem(), await act.rightItem()];
  const before = await tableContents(database);
  const inEnglish = await act.outcomes(items, 'en');
  const wrong = [
    ...bad.flatMap((item, index) => wrongRefusal(act, item, inEnglish[index], 'en')),
    ...leftBehind(act, before, await tableContents(database)),
  ];
  const [firstOutcome, ...inChinese] = await act.outcomes([first, ...items, last], 'zh-CN');
  const lastOutcome = inChinese.pop();
  wrong.push(...bad.flatMap((item, index) => wrongRefusal(act, item, inChinese[index], 'zh-CN')));
  for (const outcome of [firstOutcome, lastOutcome]) wrong.push(...wrongRight(act, outcome));
  return wrong;
}

async function hugeTexts(act: ActUnderTest, database: Transaction, huge: readonly (readonly BadItem[])[], right: object): Promise<string[]> {
  const before = await tableContents(database);
  const wrong: string[] = [];
  for (const list of huge) {
    const outcomes = await act.outcomes(list.map(({ spoil }, index) => spoil({ ...right, idempotencyKey: `huge ${index}` })), 'zh-CN');
    list.forEach((item, index) => wrong.push(...wrongRefusal(act, item, outcomes[index], 'zh-CN')));
  }
  return [...wrong, ...leftBehind(act, before, await tableContents(database))];
}

/** What GraphQL cannot read it refuses before anything is done, for all items of the request. */
async function unreadableItems(act: ActUnderTest, database: Transaction, bad: readonly BadItem[], right: object): Promise<string[]> {
  const before = await tableContents(database);
  const wrong: string[] = [];
  for (const [index, { what, field, spoil }] of bad.entries()) {
    for (const locale of index === 0 ? (['en', 'zh-CN'] as const) : (['zh-CN'] as const)) {
      const { data, errors = [] } = await act.ask([right, spoil({ ...right, idempotencyKey: 'unreadable' })], locale);
      const place = `items.1.${field}`;
      const said = errors.length === 1 && errors[0]?.extensions.code === 'VALUE_INVALID' && errors[0].extensions['field'] === place;
      if (data?.[act.name] != null || !said) wrong.push(`${act.name}, ${what}: not refused as a whole with its place, but ${JSON.stringify(errors)}`);
      else if (!speaks(locale, errors[0]?.message ?? '')) wrong.push(`${act.name}, ${what}: in ${locale} it says ${errors[0]?.message}`);
    }
  }
  return [...wrong, ...leftBehind(act, before, await tableContents(database))];
}

/** What may be taken is taken as it is. */
async function doubtfulItems(act: ActUnderTest, database: Transaction, bad: readonly BadItem[]): Promise<string[]> {
  if (bad.length === 0) return [];
  const items: object[] = [];
  for (const { spoil } of bad) items.push(spoil(await act.rightItem()));
  const since = await transactionNow(database);
  const outcomes = await act.outcomes(items, 'zh-CN');
  const wrong: string[] = [];
  for (const [index, item] of bad.entries()) {
    const outcome = outcomes[index];
    if (outcome?.refusal) wrong.push(...wrongRefusal(act, item, outcome, 'zh-CN'));
    else if (act.keepsTexts && item.text !== undefined && /\P{ASCII}/u.test(item.text)) {
      const stands = await standsSomewhere(database, item.text, since);
      if (stands === act.encrypts(item.field)) wrong.push(`${act.name}, ${item.what}: taken, and ${stands ? 'kept in the clear' : 'not kept as it is'}`);
    }
  }
  return wrong;
}

/** The same item twice in a list is done once, and so is the same submission twice at once. */
async function twice(act: ActUnderTest): Promise<string[]> {
  const item = await act.rightItem();
  const [once, again] = await act.outcomes([item, item]);
  const wrong = [
    ...wrongRight(act, once),
    ...(again?.refusal?.code === 'DUPLICATE_IN_LIST' ? [] : [`${act.name}, the same item twice in a list: ${JSON.stringify(again)}`]),
  ];
  const submission = [await act.rightItem()];
  const answers = await Promise.all([act.outcomes(submission), act.outcomes(submission)]);
  for (const [outcome] of answers) wrong.push(...wrongRight(act, outcome));

  // Not the same submission, but on the same row: one of them at most.
  const rival = await act.rightItem();
  const rivals = await Promise.all([act.outcomes([rival]), act.outcomes([{ ...rival, idempotencyKey: 'a rival' }])]);
  for (const [outcome] of rivals) {
    const code = outcome?.refusal?.code;
    if (code !== undefined && (!expected(code) || outcome?.refusal?.field === null)) wrong.push(`${act.name}, two at once on the same row: ${code} at ${outcome?.refusal?.field ?? 'no field'}`);
  }
  return wrong;
}

function wrongRight(act: ActUnderTest, outcome: TriedOutcome | undefined): string[] {
  if (outcome?.refusal === null) return [];
  return [`${act.name}: a right item came to ${JSON.stringify(outcome)}`];
}

function wrongRefusal(act: ActUnderTest, { what, field }: BadItem, outcome: TriedOutcome | undefined, locale: Locale): string[] {
  const at = `${act.name}, ${what}`;
  const refusal = outcome?.refusal;
  if (!refusal) return [`${at}: taken`];
  if (!expected(refusal.code)) return [`${at}: ${refusal.code}`];
  const named = refusal.field !== null && related(refusal.field, field);
  return [
    ...(named ? [] : [`${at}: ${refusal.code} names the field ${refusal.field ?? 'nothing'}`]),
    ...(speaks(locale, refusal.message) ? [] : [`${at}: in ${locale} it says ${refusal.message.slice(0, 300)}`]),
  ];
}

/** A code of the catalogue that is no fault of the hub's. */
function expected(code: string): boolean {
  return code in catalogue && !['INTERNAL_SERVER_ERROR', 'DATABASE_UNAVAILABLE', 'TRANSACTION_TIMED_OUT'].includes(code);
}

/** The field itself, what it stands in, or a part of it. */
function related(named: string, spoilt: string): boolean {
  return `${spoilt}.`.startsWith(`${named}.`) || `${named}.`.startsWith(`${spoilt}.`);
}

/** Names and codes are the same in both languages; phrases are not. What was sent is not said back whole, nor as it acts. */
function speaks(locale: Locale, message: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (message.length > 3000 || /[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/.test(message)) return false;
  const chinese = /\p{Script=Han}{3}/u.test(message);
  return locale === 'en' ? /[a-z]+ [a-z]+ [a-z]+/.test(message) : chinese && !/\b[a-z]+ [a-z]+ [a-z]+\b/.test(message);
}

function leftBehind(act: ActUnderTest, before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after)
    .filter((table) => !isDeepStrictEqual(before[table], after[table]))
    .map((table) => `${act.name}: refused items left something in ${table} (${before[table]} → ${after[table]})`);
}
