import { addressOf, tokenOf, type AskedAs } from '../asking/asked-as.js';

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface SheetsAskedAs extends AskedAs {
  readonly lang: string;
}

/** Asks a hub for sheets (gateway/docs/sheets.md), as whom and in which language the options say. */
export async function askSheets(path: string, options: SheetsAskedAs, { headers, ...init }: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Response> {
  return fetch(new URL(path, await addressOf(options)), { ...init, headers: { authorization: `Bearer ${await tokenOf(options)()}`, 'accept-language': options.lang, ...headers } });
}
