import { asDcat } from '@hub/schema/catalogue/as-dcat.js';
import { asGovernmentCatalogue, governmentColumns } from '@hub/schema/catalogue/as-government-catalogue.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { stringify } from 'csv-stringify/sync';
import { CommandRefused } from '../command-refused.js';

export interface CatalogueExportOptions {
  readonly format: string;
  readonly address: string;
  /** Front part of 信息资源代码. */
  readonly code: string;
  /** 发布日期; today where it is absent. */
  readonly issued?: string;
}

/** Prints the catalogue of what is shared, and nothing else: as DCAT 3 in JSON-LD, or as a 政务数据目录 in CSV. It stands in the contract: no hub has to run. */
export function catalogueExport({ format, address, code, issued = dayInShanghai(new Date()) }: CatalogueExportOptions): void {
  if (format === 'dcat') console.log(asJsonLd(address));
  else if (format === 'zhengwu') process.stdout.write(asCsv(code, issued));
  else throw new CommandRefused(`"${format}" is no form of the catalogue. Right would be dcat or zhengwu.`);
}

function asJsonLd(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new CommandRefused(`"${address}" is no address of a gateway. Right would be, for example, https://hub.example.cn.`);
  }
  return JSON.stringify(asDcat(catalogue, address), null, 2);
}

/** With the mark by which spreadsheets know UTF-8. */
function asCsv(code: string, issued: string): string {
  if (!/^\d*$/.test(code)) throw new CommandRefused(`"${code}" is no code of a directory: it has digits alone. Right would be, for example, 3063300.`);
  if (!/^\d{4}-\d\d-\d\d$/.test(issued) || Number.isNaN(Date.parse(issued))) throw new CommandRefused(`"${issued}" is no day. Right would be, for example, 2026-11-28.`);
  return stringify([...asGovernmentCatalogue(catalogue, { code, issued })], { bom: true, header: true, columns: [...governmentColumns], record_delimiter: 'windows' });
}
