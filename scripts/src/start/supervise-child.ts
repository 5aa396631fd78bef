import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { CommandRefused } from '../command-refused.js';
import { endWithParent } from './end-with-parent.js';
import { youngGenerationOfProcess } from './young-generation.js';

/** A process that is started again, with the same settings, whenever it dies; until it is stopped. */
export interface SupervisedChild {
  /** Resolves when it listens for the first time; rejects with CommandRefused when it ends before. */
  readonly listening: Promise<void>;
  /** Lets it answer what is under way and end; one that does not within twenty seconds is killed. */
  stop(): Promise<void>;
}

export interface ChildOptions {
  readonly name: string;
  /** Path of its main module, which prints one line of JSON with its `url` when it listens. */
  readonly main: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

const stoppedWithin = 20_000;
const shortestPause = 500;
const longestPause = 10_000;
const provedItself = 30_000;

export function superviseChild({ name, main, variables, say }: ChildOptions): SupervisedChild {
  const stopping = new AbortController();
  let current = launch();
  const killAtExit = () => current.process.kill('SIGKILL');
  process.once('exit', killAtExit);
  const listening = current.listening;
  const supervision = supervise();

  return {
    listening,
    async stop() {
      stopping.abort();
      current.process.kill('SIGTERM');
      const overdue = setTimeout(() => current.process.kill('SIGKILL'), stoppedWithin);
      await supervision;
      clearTimeout(overdue);
      process.off('exit', killAtExit);
    },
  };

  async function supervise(): Promise<void> {
    if (await listening.then(() => false, () => true)) return;
    for (let pause = shortestPause; ; ) {
      await current.ended;
      if (stopping.signal.aborted) return;
      if (Date.now() - current.since > provedItself) pause = shortestPause;
      say(`${name} ended unexpectedly (${current.how()}); it is started again in ${pause / 1000} s`);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      pause = Math.min(pause * 2, longestPause);
      current = launch();
      current.listening.then(() => say(`${name} listens again`), () => undefined);
    }
  }

  function launch() {
    const child = spawn(process.execPath, [youngGenerationOfProcess, '--import', endWithParent, main], {
      env: variables,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // In a process group of its own: Ctrl-C reaches the hub alone, which ends the children in order.
      detached: true,
      windowsHide: true,
    });
    let lastWords = '';
    const tell = (line: string) => {
      lastWords = line;
      say(`[${name}] ${line}`);
    };
    const ended = once(child, 'close').catch((error: Error) => void (lastWords = error.message));
    const listens = new Promise<void>((resolve, reject) => {
      eachLine(child.stdout, (line) => (isAddress(line) ? resolve() : tell(line)));
      eachLine(child.stderr, tell);
      void ended.then(() => reject(new CommandRefused(`${name} ended before it listened (${how(child)}). ${lastWords}`)));
    });
    return { process: child, since: Date.now(), ended, listening: listens, how: () => how(child) };
  }
}

function how({ exitCode, signalCode }: ChildProcess): string {
  return signalCode ?? `exit code ${exitCode ?? 'unknown'}`;
}

function eachLine(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
  if (stream) createInterface({ input: stream, crlfDelay: Infinity }).on('line', take);
}

function isAddress(line: string): boolean {
  return /^\{"owner":"[\w-]+","url":"http/.test(line);
}
