/** How long is waited for a receiver that fails. */
export interface RetryPace {
  readonly firstSeconds: number;
  readonly longestSeconds: number;
}

/**
 * How many milliseconds to wait after so many failures in a row: doubled each time up to the longest, and of that a random part
 * of at least half, so that receivers that failed together are not called together again.
 *
 * @param random from 0 to 1
 */
export function retryDelay(failures: number, { firstSeconds, longestSeconds }: RetryPace, random = Math.random()): number {
  const whole = Math.min(firstSeconds * 2 ** Math.min(failures - 1, 40), longestSeconds) * 1000;
  return Math.round(whole * (0.5 + random / 2));
}
