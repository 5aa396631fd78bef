import { HubRefusal } from '../asking/hub-refusal';

interface Errors {
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

interface AskedAs {
  readonly token: string | undefined;
  readonly language: string;
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Asks the hub for sheets under the viewer's own token, or sends one that was filled in.
 * @throws HubRefusal where it refuses
 */
export async function askSheets(address: string, { token, language }: AskedAs, file?: Blob): Promise<Response> {
  const headers = { 'accept-language': language, ...(token !== undefined && { authorization: `Bearer ${token}` }), ...(file && { 'content-type': xlsx, accept: xlsx }) };
  const response = await fetch(address, { headers, ...(file && { method: 'POST', body: file }) });
  if (response.ok) return response;
  const { errors: [error] = [] } = (await response.json().catch(() => ({}))) as Errors;
  throw new HubRefusal({ code: error?.extensions?.code, message: error?.message ?? `HTTP ${response.status}`, path: [] }, response.status);
}
