import { stringify } from 'csv-stringify/sync';
import { asGovernmentCatalogue, governmentColumns, type GovernmentRegistration } from './as-government-catalogue.js';
import type { Catalogue } from './catalogue.js';

/** The catalogue as a 政务数据目录 in CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function governmentCatalogueAsCsv(catalogue: Catalogue, registration: GovernmentRegistration): string {
  return stringify([...asGovernmentCatalogue(catalogue, registration)], { bom: true, header: true, columns: [...governmentColumns], record_delimiter: 'windows' });
}
