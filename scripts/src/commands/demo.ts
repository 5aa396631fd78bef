import { writeFile } from 'node:fs/promises';
import { hubClient } from '../asking/hub-client.js';
import { findOrStartHub } from '../demo/find-or-start-hub.js';
import { openRun } from '../demo/kept-run.js';
import { demoSteps } from '../demo/steps/demo-steps.js';
import { printedTimeline } from '../demo/timeline.js';
import { walk } from '../demo/walk.js';

export interface DemoOptions {
  readonly separate: boolean;
  readonly run?: string;
  readonly lang: string;
  readonly json?: string;
}

/** Walks the whole process on a hub and tells it as a timeline; ends the process with exit code 1 at the first step that is wrong. */
export async function demo(options: DemoOptions): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort());
  const say = (line: string) => console.error(line);
  const hub = await findOrStartHub({ separate: options.separate, stopping: stopping.signal, say });
  try {
    await walkOn(hub, options, stopping.signal);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    say('Stopped. Started again, the demo goes on where it was.');
    process.exitCode = 130;
  } finally {
    (await hub.stop()).forEach(say);
  }
  process.exit();
}

async function walkOn({ url, dataDir }: { readonly url: string; readonly dataDir: string }, options: DemoOptions, stopping: AbortSignal): Promise<void> {
  const run = await openRun(dataDir, options.run);
  console.log(`演示 Demo ${run.name} · ${new Date(run.begunAt).toLocaleString('zh-CN', { hour12: false })} · ${url}/graphql`);
  if (run.finishedAt !== undefined) console.log('This run is finished; another one is begun with --run and a new name.');
  const begin = performance.now();
  await walk({ hub: hubClient({ url, dataDir, language: options.lang }), steps: demoSteps, run, dataDir, timeline: printedTimeline(console.log), stopping });
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(run, null, 2)}\n`);
  console.log(`\n完成 Done: ${run.done.length} steps, ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
}
