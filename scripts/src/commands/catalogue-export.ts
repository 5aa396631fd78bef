import { asDcat } from '@hub/schema/catalogue/as-dcat.js';
import type { GovernmentRegistration } from '@hub/schema/catalogue/as-government-catalogue.js';
import { governmentCatalogueAsCsv } from '@hub/schema/catalogue/government-catalogue-as-csv.js';
import { partyKindNames } from '@hub/schema/catalogue/party-kind-names.js';
import { catalogue } from '@hub/schema/generated/catalogue.js';
import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import { usccProblem } from '@hub/schema/identifiers/uscc.js';
import { CommandRefused } from '../command-refused.js';

export interface CatalogueExportOptions {
  readonly format: string;
  readonly address: string;
  /** Front part of 信息资源代码. */
  readonly code: string;
  /** 发布日期; today where it is absent. */
  readonly issued?: string;
  /** 信息资源提供方代码, each as KIND=CODE. */
  readonly provider: readonly string[];
}

/** Prints the catalogue of what is shared, and nothing else: as DCAT 3 in JSON-LD, or as a 政务数据目录 in CSV. It stands in the contract: no hub has to run. */
export function catalogueExport({ format, address, code, issued = dayInShanghai(new Date()), provider }: CatalogueExportOptions): void {
  if (format === 'dcat') console.log(asJsonLd(address));
  else if (format === 'zhengwu') process.stdout.write(asCsv(code, issued, provider));
  else throw new CommandRefused(`"${format}" is no form of the catalogue. Right would be dcat or zhengwu.`);
}

function asJsonLd(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new CommandRefused(`"${address}" is no address of a gateway. Right would be, for example, https://hub.example.cn.`);
  }
  return JSON.stringify(asDcat(catalogue, address), null, 2);
}

function asCsv(code: string, issued: string, provider: readonly string[]): string {
  if (!/^\d*$/.test(code)) throw new CommandRefused(`"${code}" is no code of a directory: it has digits alone. Right would be, for example, 3063300.`);
  if (!/^\d{4}-\d\d-\d\d$/.test(issued) || Number.isNaN(Date.parse(issued))) throw new CommandRefused(`"${issued}" is no day. Right would be, for example, 2026-11-28.`);
  return governmentCatalogueAsCsv(catalogue, { code, issued, providers: providersIn(provider) });
}

function providersIn(named: readonly string[]): GovernmentRegistration['providers'] {
  const codes: Record<string, string[]> = {};
  for (const each of named) {
    const [kind = '', code = ''] = each.split('=');
    if (!(kind in partyKindNames) || usccProblem(code) !== undefined) {
      throw new CommandRefused(`"${each}" names no provider and its unified social credit code. Right would be, for example, MONITORING_CENTER=12330100MB1A000444.`);
    }
    (codes[kind] ??= []).push(code);
  }
  return codes;
}
