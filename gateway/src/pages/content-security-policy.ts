/** What a page may load and reach besides the hub itself. */
export interface OutsideOrigins {
  readonly frame?: string;
}

/** A name and port as a browser sends them; whatever else a header carries is not put into ours. */
const plainHost = /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i;

/**
 * A strict Content-Security-Policy (CSP Level 3): scripts, workers and connections of the hub's own alone. Monaco, the editor of GraphiQL, sets styles in
 * elements, which is why they are let in.
 *
 * @param host of the request: not every browser takes 'self' to include WebSocket
 */
export function contentSecurityPolicy(host: string | undefined, { frame }: OutsideOrigins = {}): string {
  const sockets = host !== undefined && plainHost.test(host) ? [`ws://${host}`, `wss://${host}`] : [];
  const directives: readonly (readonly [string, ...string[]])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self'", "'unsafe-inline'"],
    ['img-src', "'self'", 'data:'],
    ['font-src', "'self'", 'data:'],
    ['worker-src', "'self'"],
    ['connect-src', "'self'", ...sockets, ...(frame === undefined ? [] : [frame])],
    ['frame-src', frame ?? "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}
