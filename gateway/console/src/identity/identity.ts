/** A demo identity of the development issuer: a party, and the roles in which its users act. */
export interface Identity {
  readonly name: string;
  /** Name of the party, in Chinese. */
  readonly party: string;
  readonly roles: readonly string[];
  readonly defaultRole: string;
}

/** Who asks: a demo identity in a role, or whoever a token names that was given by hand. */
export interface Asker {
  readonly label: string;
  /** A bearer token (RFC 6750). */
  readonly token: string;
}

/** The demo identities; none where the hub takes its tokens from an OpenID provider. */
export async function demoIdentities(): Promise<readonly Identity[]> {
  const response = await fetch('/explorer/identities');
  return response.ok ? ((await response.json()) as Identity[]) : [];
}

/** @throws Error with what the hub says, where it gives no token */
export async function askerFor({ name, party }: Identity, role: string): Promise<Asker> {
  const response = await fetch('/explorer/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': navigator.language },
    body: JSON.stringify({ name, role }),
  });
  const { token, errors } = (await response.json()) as { token?: string; errors?: readonly { readonly message: string }[] };
  if (token === undefined) throw new Error(errors?.[0]?.message ?? `没有拿到令牌 No token was given (${response.status}).`);
  return { label: `${party} · ${role}`, token };
}

/** As whom a page is opened: the centre sees most. */
export function firstIdentity(identities: readonly Identity[]): Identity | undefined {
  return identities.find(({ name }) => name === 'center') ?? identities[0];
}
