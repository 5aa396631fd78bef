import type { AskedHub } from '../asking/asked-hub.js';
import { watchBlindness } from '../blindness/blindness.js';
import { doorsOf } from '../blindness/doors.js';
import { DemoFailed } from './demo-failed.js';
import { keepRun, type Run } from './kept-run.js';
import type { Step } from './step.js';
import { takeStep } from './take-step.js';
import type { Timeline } from './timeline.js';

export interface WalkOptions {
  readonly hub: AskedHub;
  readonly steps: readonly Step[];
  readonly run: Run;
  /** Where the run is kept. */
  readonly dataDir: string;
  readonly timeline: Timeline;
  /** Aborted when the demo is to stop; the step at hand is left as it is and done again the next time. */
  readonly stopping: AbortSignal;
}

/** Takes the steps of a run that were not taken yet, in order. @throws DemoFailed at the first that is wrong */
export async function walk({ hub, steps, run, dataDir, timeline, stopping }: WalkOptions): Promise<void> {
  const doors = await doorsOf(hub);
  for (const step of steps) {
    const before = run.done.find(({ key }) => key === step.key);
    if (before) {
      timeline.earlier(step, before);
      continue;
    }
    stopping.throwIfAborted();
    // Before anything is asked for: whoever goes on after a kill must ask for the same.
    const { at } = run.underWay?.key === step.key ? run.underWay : (run.underWay = { key: step.key, at: new Date().toISOString() });
    await keepRun(dataDir, run);
    timeline.begins(step, at);
    const lines = await takeStep({ hub, step, run, at, stopping });
    const { broken, looks } = await watchBlindness(hub, doors, run.story);
    if (broken.length > 0) {
      throw new DemoFailed(`After "${step.title.zh} ${step.title.en}" somebody sees too much. Expected: nothing. Found:\n  ${broken.join('\n  ')}`);
    }
    run.done.push({ key: step.key, at, lines });
    delete run.underWay;
    await keepRun(dataDir, run);
    timeline.ends(step, lines, looks);
  }
  run.finishedAt ??= new Date().toISOString();
  await keepRun(dataDir, run);
}
