import { Prisma, type ImportMapping } from '@hub/prisma/monitoring-center/generated/client.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { MonitoringCenterTransaction } from './database.js';
import type { NamedImportFile } from './import-files.js';

/** What the file of a mapping (映射) says of itself. */
export interface CheckedMapping {
  readonly name: string;
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  readonly text: string;
  /** Name of the source whose records it reads. */
  readonly source: string;
  /** What it asks of whoever imports, by name. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** A mapping that imports may use. */
export interface UsableMapping extends CheckedMapping {
  /** Of one that a centre has made itself; null of one that ships with the hub. */
  readonly id: string | null;
}

/** The mappings that imports of a party may use, by name and version. */
export interface ImportMappings {
  /** One that is found stays as it is until the transaction has ended. @throws Refusal IMPORT_MAPPING_INVALID where the contract has changed since it was approved */
  find(tx: MonitoringCenterTransaction, partyId: string, name: string, version: number): Promise<UsableMapping | undefined>;
  /** The one of a name with the highest version. */
  latest(tx: MonitoringCenterTransaction, partyId: string, name: string): Promise<UsableMapping | undefined>;
  /** Name and version of each. */
  all(tx: MonitoringCenterTransaction, partyId: string): Promise<readonly Pick<UsableMapping, 'name' | 'version'>[]>;
}

/** Something that is wrong with the text of a mapping. */
export interface MappingFault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A sample, and what whoever imports gives for it. */
export interface MappingSample extends NamedImportFile {
  readonly given: Readonly<Record<string, string>>;
  /** In which it is told what becomes of its rows. */
  readonly locale: Locale;
}

/** How many of the first rows of a sample became what. */
export interface ImportTrial {
  readonly rows: number;
  readonly taken: number;
  readonly leftOut: number;
  readonly refused: number;
  readonly repaired: number;
}

/** What would become of one row of a sample. */
export interface PreviewedRow {
  readonly row: number;
  readonly key: string;
  readonly outcome: string;
  readonly values: readonly { readonly field: string; readonly value: string | null }[];
  readonly keptColumns: readonly string[];
  readonly repairs: string;
  readonly field: string;
  readonly rule: string;
  readonly value: string;
  readonly message: string;
}

/** Reads mappings and tries them, as imports do. */
export interface MappingTrials {
  /** All that is wrong with a text. */
  faultsOf(text: string, locale: Locale): readonly MappingFault[];
  /** @param field by which whoever asks has named it @throws Refusal IMPORT_MAPPING_INVALID, IMPORT_MAPPING_NAME_KEPT */
  check(text: string, field: string): Promise<CheckedMapping>;
  /** @throws Refusal where the sample cannot be read by the mapping, as an import of it would be refused */
  tryOn(mapping: CheckedMapping, sample: MappingSample): Promise<ImportTrial>;
  /** Whether a mapping reads a column, and that may be told outside. @throws Refusal IMPORT_CURSOR_COLUMN at the field that names it */
  requirePlaceColumn(mapping: CheckedMapping, column: string, field: string): void;
  /** The first rows of a sample; undefined where it cannot be read any more. */
  preview(mapping: Pick<ImportMapping, 'name' | 'text'>, sample: MappingSample): Promise<readonly PreviewedRow[] | undefined>;
}

/** Characters of the file of a mapping, at the most. */
export const longestMapping = 100_000;

/** Bytes of a sample, at the most, and rows of it that are tried. */
export const sampleLimits = { bytes: 5_000_000, rows: 1000 };

/** Which of some names are those under which a party has approved a mapping, withdrawn or not. */
export async function ownNames(tx: MonitoringCenterTransaction, holder: string, among: readonly string[]): Promise<ReadonlySet<string>> {
  const own = await tx.importMapping.findMany({ where: { holder, name: { in: [...among] }, state: { in: ['APPROVED', 'WITHDRAWN'] }, decided: { not: Prisma.DbNull } }, select: { name: true }, distinct: ['name'] });
  return new Set(own.map(({ name }) => name));
}

/** A version that a party has approved, held so that it is not withdrawn meanwhile. */
export async function approvedMapping(tx: MonitoringCenterTransaction, partyId: string, name: string, version: number): Promise<ImportMapping | null> {
  await tx.$queryRaw`SELECT 1 FROM import_mapping WHERE holder = ${partyId} AND name = ${name} AND version = ${version} FOR SHARE`;
  return tx.importMapping.findFirst({ where: { holder: partyId, name, version, state: 'APPROVED' } });
}

/** The highest version of a name that a party has approved. */
export function latestApproved(tx: MonitoringCenterTransaction, holder: string, name: string): Promise<ImportMapping | null> {
  return tx.importMapping.findFirst({ where: { holder, name, state: 'APPROVED' }, orderBy: { version: 'desc' } });
}

/** Name and version of all that a party has approved. */
export function approvedMappings(tx: MonitoringCenterTransaction, partyId: string): Promise<Pick<ImportMapping, 'name' | 'version'>[]> {
  return tx.importMapping.findMany({ where: { holder: partyId, state: 'APPROVED' }, select: { name: true, version: true }, orderBy: [{ name: 'asc' }, { version: 'asc' }], take: 100 });
}
