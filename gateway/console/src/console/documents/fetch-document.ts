import { HubRefusal } from '../asking/hub-refusal';

interface Errors {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** What a document is, and the name that the hub gives its file. */
export interface FetchedDocument {
  readonly content: Blob;
  readonly fileName: string;
}

/**
 * Has the hub lay a document out from what the viewer may see.
 * @throws HubRefusal where it does not
 */
export async function fetchDocument(address: string, { token, language }: { readonly token: string | undefined; readonly language: string }): Promise<FetchedDocument> {
  const response = await fetch(address, { headers: { 'accept-language': language, ...(token !== undefined && { authorization: `Bearer ${token}` }) } });
  if (!response.ok) {
    const { errors: [error] = [] } = (await response.json().catch(() => ({}))) as Errors;
    throw new HubRefusal({ code: error?.extensions?.code, message: error?.message ?? `HTTP ${response.status}`, path: [] }, response.status);
  }
  const [, encoded = 'document.pdf'] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { content: await response.blob(), fileName: decodeURIComponent(encoded) };
}
