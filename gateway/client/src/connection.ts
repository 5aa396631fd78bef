import type { TokenSource } from './token-source.js';

/** Where a hub is, and as whom it is asked. */
export interface Connection {
  /** Of the gateway, such as https://hub.example.cn. */
  readonly url: string;
  readonly token: TokenSource;
  /** Of messages: zh-CN unless said otherwise. */
  readonly language?: 'zh-CN' | 'en';
  /** What for, where a grant asks for a purpose (5.4.3 d). */
  readonly purpose?: string;
}

/** Headers of a request, with a token that is valid now. */
export async function headersOf({ token, language = 'zh-CN', purpose }: Connection): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await token()}`, 'accept-language': language, ...(purpose !== undefined && { 'x-hub-purpose': purpose }) };
}
