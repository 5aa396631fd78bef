import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { keptMapping, keptMappings } from '@hub/imports/mapping/kept-mappings.js';
import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { CommandRefused } from '../command-refused.js';
import { atHub } from '../import/at-hub.js';
import { givenValues } from '../import/given-values.js';
import type { HubOptions } from '../import/hub-at.js';
import { MappingDesk, type ListedMapping, type PreviewedRow } from '../import/mapping-desk.js';
import { required } from '../import/required.js';
import { localeNamed } from '../import/told-in.js';

export interface ImportMappingOptions extends HubOptions {
  readonly reason?: string;
  readonly sample?: string;
  readonly given?: readonly string[];
  readonly state?: string;
}

/** Proposes a mapping: checks it here, hands its sample in, and tells what became of that. */
export function importMappingPropose(file: string, options: ImportMappingOptions): Promise<void> {
  return atDesk(options, async (desk) => {
    const sample = required(options.sample, '--sample', 'sample.csv');
    const text = await readable(file);
    const { mapping } = readMapping(text.toString('utf8'), file);
    const given = Object.entries(givenValues(options.given ?? [], mapping, localeNamed(options.lang))).map(([name, value]) => ({ name, value }));
    const sampleHash = `sha-256:${createHash('sha256').update(await readable(sample)).digest('hex')}`;
    await desk.handIn(sample, sampleHash);
    const { id } = await desk.act('proposeImportMapping', { text: text.toString('utf8'), sampleHash, given, reason: reasonOf(options) });
    tell(await desk.mapping(id));
    console.log(`Another analyst approves it: hub import mapping approve ${id} --reason …`);
  });
}

/** Prints the mappings that ship with the hub, and those that the centre has made itself. */
export function importMappingList(options: ImportMappingOptions): Promise<void> {
  return atDesk(options, async (desk) => {
    for (const name of options.state === undefined ? keptMappings : []) console.log(`${name} ${readMapping(await keptMapping(name), name).mapping.version}: ships with the hub`);
    for (const mapping of await desk.mappings(options.state === undefined ? {} : { state: [options.state] })) console.log(inWords(mapping));
  });
}

/** Prints all that is known of a mapping, with its text and what would become of its sample. */
export function importMappingShow(id: string, options: ImportMappingOptions): Promise<void> {
  return atDesk(options, async (desk) => {
    const mapping = await desk.mapping(id);
    console.log(`${mapping.text}\n`);
    tell(mapping);
  });
}

/** Approves a proposed mapping, or refuses it, as a second person. */
export function importMappingDecide(importMappingId: string, approved: boolean, options: ImportMappingOptions): Promise<void> {
  return atDesk(options, async (desk) => console.log(inWords(await desk.act('decideImportMapping', { importMappingId, approved, reason: reasonOf(options) }))));
}

/** Keeps imports from beginning with a mapping. */
export function importMappingWithdraw(importMappingId: string, options: ImportMappingOptions): Promise<void> {
  return atDesk(options, async (desk) => console.log(inWords(await desk.act('withdrawImportMapping', { importMappingId, reason: reasonOf(options) }))));
}

function atDesk(options: ImportMappingOptions, work: (desk: MappingDesk) => Promise<void>): Promise<void> {
  return atHub(options, async () => work(await MappingDesk.at(options)));
}

const reasonOf = ({ reason }: ImportMappingOptions) => required(reason, '--reason', '"a new source"');

async function readable(path: string): Promise<Buffer> {
  return readFile(path).catch(() => {
    throw new CommandRefused(`There is no file ${path} that can be read.`);
  });
}

function inWords({ id, name, version, state, source, proposed }: ListedMapping): string {
  return `${name} ${version}: ${state}, of ${source}, proposed by ${proposed.userId} on ${proposed.at.slice(0, 10)} (${id})`;
}

function tell(mapping: ListedMapping & { readonly preview: readonly PreviewedRow[] | null }): void {
  const { reason, decided, decisionReason, withdrawalReason, trial, preview } = mapping;
  console.log(inWords(mapping));
  console.log(`Proposed because: ${reason}`);
  if (decided) console.log(`Decided by ${decided.userId}: ${decisionReason}`);
  if (withdrawalReason !== null) console.log(`Withdrawn because: ${withdrawalReason}`);
  console.log(`Of the first ${trial.rows} rows of its sample ${trial.taken} made an item (${trial.repaired} repaired), ${trial.leftOut} were left out, ${trial.refused} refused.`);
  if (!preview) console.log('The sample is kept no longer: hand it in anew to see what would become of it.');
  for (const row of preview ?? []) console.log(rowInWords(row));
}

function rowInWords({ row, key, outcome, values, keptColumns, repairs, field, rule, message }: PreviewedRow): string {
  const head = `row ${row}, key ${key}: `;
  if (outcome !== 'TAKEN') return `${head}${outcome === 'LEFT_OUT' ? 'left out' : 'refused'}${field === null ? '' : ` for ${field}`}${rule === null ? '' : ` (${rule})`}: ${message}`;
  return `${head}${values.map((each) => `${each.field}: ${each.value ?? '（个人信息 personal）'}`).join(', ')}\n  kept with the source record: ${keptColumns.join(', ')}${repairs === null ? '' : `\n  repaired: ${repairs}`}`;
}
