import { hubClient } from '../../asking/hub-client.js';
import { Month } from '../../month/month.js';
import { monthSteps } from '../../month/steps.js';

/** Batches of each of the ten orders of a month. */
const perOrder = 30;
/** Samples of a month. */
export const samplesOfMonth = 10 * perOrder;

/** Takes a hub through a month, step by step. @returns how many a second of what each step counts, and how many seconds the month took */
export async function measuredMonth(url: string, dataDir: string, run: string): Promise<{ readonly rates: ReadonlyMap<string, number>; readonly seconds: number }> {
  const month = new Month(hubClient({ url, dataDir }), run, perOrder);
  const rates = new Map<string, number>();
  const begin = performance.now();
  for (const { name, take } of monthSteps()) {
    const before = performance.now();
    const count = await take(month);
    rates.set(name, count / ((performance.now() - before) / 1000));
  }
  return { rates, seconds: (performance.now() - begin) / 1000 };
}
