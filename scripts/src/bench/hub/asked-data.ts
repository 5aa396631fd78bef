/** An answer with its `data`, refusals beside it or not. */
export interface AskedData {
  readonly data: unknown;
  /** Of the whole answer, in characters. */
  readonly length: number;
}

/** Asks once. @throws Error where there is no data */
export async function askedData(url: string, headers: Readonly<Record<string, string>>, body: object): Promise<AskedData> {
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const text = await response.text();
  const { data } = (response.status === 200 ? JSON.parse(text) : {}) as { data?: unknown };
  if (data === undefined || data === null) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 2000)}`);
  return { data, length: text.length };
}
