/** The path that a request asks for (RFC 9112 §3.2.1), as it came: `//` is one, and no URL. */
export function pathOf(target: string | undefined): string {
  return (target ?? '/').split(/[?#]/, 1)[0] ?? '/';
}
