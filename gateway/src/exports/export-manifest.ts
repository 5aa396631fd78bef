import { staler, type MergedNotes, type PositionedNote, type StaleSource } from '../answer/sharing-notes.js';
import type { BegunExport, ExportPiece, ExportRecord } from './export-record.js';

/** Said in the header of the signature, so that it passes for nothing else. */
export const manifestVariant = 'export-manifest';

/** What travels with an exported file: what was asked by whom, on which terms, what was withheld, and by which hashes the file is known. */
export interface ExportManifest {
  readonly export: string;
  readonly list: string;
  readonly format: string;
  readonly query: string;
  readonly variables: BegunExport['variables'];
  readonly asker: BegunExport['asker'];
  readonly purpose: string | null;
  readonly began: string;
  readonly finished: string;
  readonly columns: BegunExport['columns'];
  readonly terms: BegunExport['terms'];
  readonly sharing: { readonly refused: readonly PositionedNote[]; readonly masked: readonly PositionedNote[]; readonly grants: readonly string[]; readonly stale: readonly StaleSource[] };
  readonly conditions: { readonly en: string; readonly 'zh-CN': string };
  readonly rows: number;
  readonly bytes: number;
  /** In the order of the file; together they are all of it. */
  readonly pieces: readonly ExportPiece[];
}

const conditions = {
  en: 'What stands in this file was given to the asker named here, for the purpose named here, on the terms named here. Those who receive it from the asker are bound by the same terms; what ended since then is to be asked of the hub again.',
  'zh-CN': '本文件内容系按此处所列条件、为此处所列用途提供给此处所列申请方。由申请方转交者受同一条件约束；其后如有变更，应向枢纽重新查询。',
};

/** The manifest of an export whose last row has left. */
export function exportManifest({ begun, pages, whole }: ExportRecord, finished: Date): ExportManifest {
  const pieces = whole ? [whole] : pages.map(({ rows, bytes = 0, sha256 = '' }) => ({ rows, bytes, sha256 }));
  const { id, request, query, variables, asker, purpose, columns, terms, beganAt } = begun;
  return {
    export: id,
    list: request.list,
    format: request.format,
    query,
    variables,
    asker,
    purpose: purpose ?? null,
    began: beganAt,
    finished: finished.toISOString(),
    columns,
    terms,
    sharing: sharingOf(pages.flatMap(({ notes }) => notes ?? [])),
    conditions,
    rows: sum(pieces.map(({ rows }) => rows)),
    bytes: sum(pieces.map(({ bytes }) => bytes)),
    pieces,
  };
}

function sharingOf(notes: readonly MergedNotes[]): ExportManifest['sharing'] {
  return {
    refused: counted(notes.flatMap(({ refused }) => refused)),
    masked: counted(notes.flatMap(({ masked }) => masked)),
    grants: [...new Set(notes.flatMap(({ grants = [] }) => grants))],
    stale: stalest(notes.flatMap(({ stale = [] }) => stale)),
  };
}

/** Each owner once, as little as any page has heard of it. */
function stalest(sources: readonly StaleSource[]): StaleSource[] {
  const known = new Map<string, StaleSource>();
  for (const source of sources) known.set(source.owner, staler(known.get(source.owner), source));
  return [...known.values()];
}

/** One entry per place and reason, with the rows of all pages. */
function counted(notes: readonly PositionedNote[]): PositionedNote[] {
  const known = new Map<string, PositionedNote>();
  for (const note of notes) {
    const key = [note.coordinate, note.path.join('.'), note.code ?? note.mask].join(' ');
    known.set(key, { ...note, count: note.count + (known.get(key)?.count ?? 0) });
  }
  return [...known.values()];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
