import { dataElements } from '@hub/schema/code-lists/data-elements.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType, isRequiredInputField, type GraphQLInputField, type GraphQLInputObjectType, type GraphQLSchema } from 'graphql';
import { chineseWord } from './chinese-word.js';

/** A value that a column may take, and the word for it. */
export interface Choice {
  readonly value: string;
  readonly word: string;
}

/** A column of an act's sheet (填报表): a leaf of the act's input. */
export interface FormColumn {
  /** Its path from the item, such as "price.amount". */
  readonly name: string;
  readonly title: Bilingual;
  /** Name of its scalar or enumeration. */
  readonly type: string;
  /** Whether its cell holds several values. */
  readonly list: boolean;
  /** Whether nothing comes of an item without it. */
  readonly required: boolean;
  readonly choices?: readonly Choice[];
  /** What the contract says of it. */
  readonly meaning: string;
  /** What stands for it where nothing is written, in JSON. */
  readonly standard?: string;
}

/** The sheet of an act: its input type, as columns. */
export interface ActForm {
  readonly act: string;
  readonly title: Bilingual;
  readonly input: GraphQLInputObjectType;
  readonly columns: readonly FormColumn[];
  /** Paths of lists of which each row gives an entry, the outer before the inner. */
  readonly repeated: readonly string[];
  /** Whether several rows can be one item: it has a list. */
  readonly severalRows: boolean;
}

/** The column that names a row: the same row sent again changes nothing. */
export const keyColumn = 'idempotencyKey';
const ownTitles: Readonly<Record<string, string>> = { [keyColumn]: '行标识', at: '时间' };
/** The column in which whoever fills in a sheet says that a row is to be done, where the act asks for nothing else: what waits stands in the sheet, and would be done unseen. */
export const markColumn = 'perform';
/** What the state guards, for a sheet is filled in over days. */
const neverAsked = new Set(['expectedRevision']);

const yesOrNo: readonly Choice[] = [{ value: 'true', word: '是' }, { value: 'false', word: '否' }];
const mark: FormColumn = {
  name: markColumn,
  title: { 'zh-CN': '办理', en: 'To be done' },
  type: 'Boolean',
  list: false,
  required: true,
  choices: yesOrNo,
  meaning: 'Whether the row is to be done: nothing else needs to be written (填写“是”才办理).',
};

/**
 * Derives the sheet of an act from the contract; undefined where it has no such act, or one that takes no items.
 * @param without members of the item, and paths, that the sheet does without
 * @param given columns that are filled in beforehand
 */
export function actForm(schema: GraphQLSchema, act: string, { without = [], given = [] }: { readonly without?: readonly string[] | undefined; readonly given?: readonly string[] } = {}): ActForm | undefined {
  const mutation = schema.getMutationType()?.getFields()[act];
  const items = mutation?.args.find(({ name }) => name === 'items');
  const input = items && getNamedType(items.type);
  if (!mutation || !isInputObjectType(input)) return undefined;
  const columns: FormColumn[] = [];
  const repeated: string[] = [];
  collect(input, '', { zh: [], en: [] }, true);
  const asksForMore = columns.some(({ name, required }) => required && name !== keyColumn && !given.includes(name)) || given.some((name) => repeated.some((path) => name.startsWith(`${path}.`)));
  if (!asksForMore) columns.splice(columns.findIndex(({ name }) => name === keyColumn) + 1, 0, mark);
  return { act, title: titleOf(act, mutation.description), input, columns, repeated, severalRows: repeated.length > 0 || columns.some(({ list }) => list) };

  function collect(from: GraphQLInputObjectType, path: string, above: { readonly zh: readonly string[]; readonly en: readonly string[] }, needed: boolean): void {
    for (const field of Object.values(from.getFields())) {
      const name = `${path}${field.name}`;
      if (neverAsked.has(field.name) || without.includes(name)) continue;
      const type = getNamedType(field.type);
      const list = isListType(getNullableType(field.type));
      const titles = { zh: [...above.zh, chineseTitle(field)], en: [...above.en, inWords(field.name)] };
      const required = isRequiredInputField(field);
      if (isInputObjectType(type)) {
        if (list) repeated.push(name);
        collect(type, `${name}.`, titles, needed && required);
        continue;
      }
      columns.push({
        name,
        title: { 'zh-CN': titles.zh.join(' · '), en: titles.en.join(', ') },
        type: type.name,
        list,
        required: needed && required,
        meaning: field.description ?? '',
        ...(field.defaultValue !== undefined && field.defaultValue !== null && { standard: JSON.stringify(field.defaultValue) }),
        ...(isEnumType(type) && { choices: type.getValues().map(({ name: value, description }) => ({ value, word: chineseWord(description) ?? value })) }),
        ...(type.name === 'Boolean' && { choices: yesOrNo }),
      });
    }
  }
}

/** The Chinese name of a member: the description's, else the data element's, also of what an id is of. */
function chineseTitle({ name, description }: GraphQLInputField): string {
  const element = (of: string) => dataElements.get(of)?.zh;
  const [, thing] = /^(.+?)Ids?$/.exec(name) ?? [];
  const ofThing = thing === undefined ? undefined : element(thing);
  return chineseWord(description) ?? element(name) ?? (ofThing === undefined ? undefined : `${ofThing}标识`) ?? ownTitles[name] ?? name;
}

/** An act's description ends with its Chinese name: "… (入库, 5.2.4 a)". */
function titleOf(act: string, description: string | null | undefined): Bilingual {
  const [, chinese] = /\(([\p{Script=Han}、]+),[^()]*\)/u.exec(description ?? '') ?? [];
  return { 'zh-CN': chinese ?? act, en: inWords(act) };
}

function inWords(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
