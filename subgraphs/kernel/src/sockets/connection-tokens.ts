import type { IncomingHttpHeaders } from 'node:http';
import { GraphQLError } from 'graphql';
import { delegationHeader, purposeHeader } from '../identity/authenticate.js';
import { codedError } from '../refusals/coded-error.js';
import type { FindsMember, SocketMember } from './socket-member.js';

/** What a renewal came to: until when the new token holds, or why it was not taken. */
export type Renewal = { readonly expiresAt: string } | { readonly code: string; readonly message: string };

/** What answers a ping that brought tokens, in the pong's payload. */
export interface Renewals {
  readonly authorization?: Renewal;
  readonly subscriptions?: Readonly<Record<string, Renewal>>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Who asks on one WebSocket: the caller of the connection, from connection_init, and, on a connection that a gateway
 * shares among callers, the caller of each subscription, from the extensions of its subscribe message. Newer tokens of the
 * same user, party and role come in the payload of a ping.
 */
export class ConnectionTokens<Member extends SocketMember<Member>> {
  readonly #authenticate: FindsMember<Member>;
  #headers: IncomingHttpHeaders = {};
  #ofService = false;
  #member: Member | undefined;
  /** Members that go on with the connection's token, and those with one of their own, by subscription. */
  readonly #onConnection = new Map<string, Member>();
  readonly #ofTheirOwn = new Map<string, Member>();

  constructor(authenticate: FindsMember<Member>) {
    this.#authenticate = authenticate;
  }

  /** Whether one of the hub's own services holds the connection: it is told where a subscription begins, to lose nothing when the connection breaks. */
  get ofService(): boolean {
    return this.#ofService;
  }

  /** When the connection's own token expires, in milliseconds since 1970; undefined where it has none. */
  get expiresAt(): number | undefined {
    return this.#member?.expiresAt;
  }

  /** Whether any subscription goes on. */
  get inUse(): boolean {
    return this.#onConnection.size + this.#ofTheirOwn.size > 0;
  }

  /**
   * Takes what connection_init brings: `authorization`, `accept-language`, `x-hub-purpose` and `x-hub-delegation`, named like the headers; a gateway of the
   * hub brings its own token as `service`.
   *
   * @throws GraphQLError where there is a token and it is not valid
   */
  async open(payload: Fields): Promise<void> {
    const named = Object.entries(payload).map(([name, value]) => [name.toLowerCase(), value]);
    const fields = Object.fromEntries(named) as Fields;
    this.#headers = headersOf(fields['authorization'], fields['accept-language'], fields[purposeHeader], fields[delegationHeader]);
    if (typeof fields['service'] === 'string') {
      await this.#authenticate.service({ authorization: fields['service'] });
      this.#ofService = true;
    }
    if (this.#headers.authorization === undefined) return;
    this.#member = await this.#authenticate.member(this.#headers);
    this.#member.caller();
  }

  /**
   * Who asks for a subscription: the connection's caller, or who its message's `extensions` name by `authorization`,
   * `acceptLanguage`, `purpose` and `delegation`, each in place of the connection's.
   *
   * @throws GraphQLError UNAUTHENTICATED, PURPOSE_UNKNOWN, DELEGATION_NOT_IN_FORCE
   */
  async memberOf(id: string, extensions: Fields = {}): Promise<Member> {
    const { authorization, acceptLanguage, purpose, delegation } = extensions;
    const headers = { ...this.#headers, ...headersOf(authorization, acceptLanguage, purpose, delegation) };
    const member = await this.#authenticate.member(headers);
    member.caller();
    if (typeof authorization === 'string') this.#ofTheirOwn.set(id, member);
    else this.#onConnection.set(id, member);
    return member;
  }

  /** Forgets a subscription that has ended. */
  forget(id: string): void {
    this.#ofTheirOwn.delete(id);
    this.#onConnection.delete(id);
  }

  /** Takes newer tokens: `authorization` for the connection, `subscriptions` by id for those with one of their own. */
  async renew({ authorization, subscriptions }: Fields): Promise<Renewals> {
    const renewals: Record<string, Renewal> = {};
    for (const [id, token] of Object.entries((subscriptions ?? {}) as Fields)) {
      const member = this.#ofTheirOwn.get(id);
      if (member) renewals[id] = await this.#renew(token, [member]);
    }
    const ofConnection = [...(this.#member ? [this.#member] : []), ...this.#onConnection.values()];
    return {
      ...(authorization === undefined ? {} : { authorization: await this.#renewConnection(authorization, ofConnection) }),
      ...(subscriptions === undefined ? {} : { subscriptions: renewals }),
    };
  }

  async #renewConnection(token: unknown, members: readonly Member[]): Promise<Renewal> {
    const renewal = await this.#renew(token, members);
    if ('expiresAt' in renewal) this.#headers = { ...this.#headers, ...headersOf(token) };
    return renewal;
  }

  async #renew(token: unknown, members: readonly Member[]): Promise<Renewal> {
    try {
      const newer = await this.#authenticate.member({ ...this.#headers, ...headersOf(token) });
      if (!members.every((member) => member.renewWith(newer))) throw codedError('TOKEN_OF_ANOTHER', newer.locale);
      return { expiresAt: new Date(newer.expiresAt).toISOString() };
    } catch (error) {
      if (error instanceof GraphQLError) return { code: String(error.extensions['code']), message: error.message };
      throw error;
    }
  }
}

function headersOf(authorization: unknown, acceptLanguage?: unknown, purpose?: unknown, delegation?: unknown): IncomingHttpHeaders {
  return {
    ...(typeof authorization === 'string' ? { authorization } : {}),
    ...(typeof acceptLanguage === 'string' ? { 'accept-language': acceptLanguage } : {}),
    ...(typeof purpose === 'string' ? { [purposeHeader]: purpose } : {}),
    ...(typeof delegation === 'string' ? { [delegationHeader]: delegation } : {}),
  };
}
