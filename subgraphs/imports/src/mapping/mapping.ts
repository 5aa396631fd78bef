import { z } from 'zod';
import { readings } from './readings/readings.js';
import { repairs } from './repairs/repairs.js';

const wrong = { source: 'exactly one of value, from and text says where it comes from', name: 'a name is of small letters, digits and hyphens, such as food-sampling' };

/** What the form says in words of its own, in Chinese; what it says otherwise zod has in both languages. */
export const formMessages: Readonly<Record<string, string>> = { [wrong.source]: 'value、from、text 须且仅须有其一，说明取值来源', [wrong.name]: '名称由小写字母、数字和连字符组成，如 food-sampling' };

const name = z.string().min(1).max(200);
const names = z.union([name, z.array(name).min(1)]).transform((given) => (Array.isArray(given) ? given : [given]));
const encoding = z.enum(['utf-8', 'gb18030', 'utf-16le']).default('utf-8');
const ofTable = {
  header: z.int().min(1).max(1000).default(1).describe('which row names the columns, counted from 1 (表头所在行)'),
  aliases: z.record(name, z.array(name)).default({}).describe('other names under which a column may stand (列的其他名称)'),
  optional: z.array(name).default([]).describe('columns that may be missing (可缺的列)'),
};

const repairNames = z.array(z.enum(Object.keys(repairs) as [keyof typeof repairs]));

const format = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('csv'), encoding, delimiter: z.string().length(1).default(','), ...ofTable }),
  z.strictObject({ kind: z.literal('tsv'), encoding, ...ofTable }),
  z.strictObject({ kind: z.literal('xlsx'), sheet: name.optional(), ...ofTable }),
  z.strictObject({ kind: z.literal('json'), encoding, records: z.array(name).default([]).describe('members that lead to the list of records') }),
  z.strictObject({ kind: z.literal('json-lines'), encoding }),
  z.strictObject({ kind: z.literal('xml'), encoding, record: name.describe('name of the element that is a record') }),
]);

const field = z
  .strictObject({
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional().describe('the same for every record'),
    from: names.optional().describe('column or path; of several, the first that holds anything, or all of them for a reading'),
    text: z.string().optional().describe('a text with {columns} filled in'),
    each: name.optional().describe('list within the record whose entries the text is made of'),
    repair: repairNames.default([]).describe('repairs, told in the report (修复)'),
    after: z.string().min(1).optional().describe('only what follows this text'),
    before: z.string().min(1).optional().describe('only what stands before this text'),
    split: names.optional().describe('texts that part several values in one cell (一格多值)'),
    translate: z.record(z.string(), z.string()).optional().describe('values of the source by those of the hub (代码对照)'),
    otherwise: z.string().optional().describe('what a value becomes that is not translated; without it, its row is refused'),
    find: z.record(z.string(), z.string()).optional().describe('texts to look for, and what each that is found stands for'),
    read: z.enum(Object.keys(readings) as [keyof typeof readings]).optional().describe('how a text is read (解读)'),
    join: z.string().optional().describe('makes one text of several values'),
    limit: z.int().min(1).optional().describe('characters to which a longer text is cut'),
  })
  .refine(({ value, from, text }) => [value, from, text].filter((source) => source !== undefined).length === 1, wrong.source);

/** What a mapping file says (映射, 5.1.1): how a source is read, and which field is made of what. Its JSON schema is made of this. */
export const mappingShape = z.strictObject({
  mapping: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/, wrong.name).describe('its name'),
  version: z.int().min(1).max(1_000_000).describe('raised with each change'),
  title: z.strictObject({ en: name, 'zh-CN': name }),
  fills: name.describe('the act that takes the records in, such as takeInRiskInformation'),
  source: z.string().min(1).max(60).describe('name of the source, as its records will bear it'),
  format,
  key: names.describe('what makes the business key (业务主键): the same key is the same record'),
  personal: z.array(name).max(1000).default([]).describe('columns or paths that are personal (个人信息): kept with no source record, and read by no field but those that stay in the centre'),
  keep: z.record(name, repairNames).default({}).describe('columns of which no field is made and which the kept record has all the same, with their repairs'),
  nothing: z.array(z.string()).default([]).describe('what stands in a cell that says nothing, such as / or —— (表示“无”的写法)'),
  given: z.record(name, z.strictObject({ en: name, 'zh-CN': name })).default({}).describe('what the file does not say and whoever imports it gives, read like columns'),
  skip: z
    .array(z.strictObject({ column: name, is: z.array(z.string()).default(['']), because: z.strictObject({ en: name, 'zh-CN': name }) }))
    .default([])
    .describe('records that are left out, with the reason'),
  fields: z.record(name, field).describe('fields of the input by path, such as scope.units'),
});

export type Mapping = z.output<typeof mappingShape>;
export type Format = Mapping['format'];
export type FieldMapping = Mapping['fields'][string];
export type RepairName = keyof typeof repairs;
