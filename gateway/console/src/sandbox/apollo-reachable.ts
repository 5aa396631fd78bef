/** Where Apollo serves the Sandbox; the page embeds it in a frame. */
export const sandboxOrigin = 'https://sandbox.embed.apollographql.com';

const patience = 5_000;

/** Whether this browser reaches Apollo's host, within five seconds. */
export async function apolloReachable(): Promise<boolean> {
  try {
    // The answer is nobody's to read: that there is one says enough.
    await fetch(sandboxOrigin, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(patience) });
    return true;
  } catch {
    return false;
  }
}
