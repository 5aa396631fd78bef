import type { GatewayRequest } from './workloads.js';

/** The `data` of a gateway's answer as text. @throws Error where it has none, or errors besides */
export async function askGateway(url: string, headers: Readonly<Record<string, string>>, request: GatewayRequest): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(request) });
  const text = await response.text();
  const answer = (response.status === 200 ? JSON.parse(text) : {}) as { data?: unknown; errors?: unknown };
  if (!answer.data || answer.errors) throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return JSON.stringify(answer.data);
}
