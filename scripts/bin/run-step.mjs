import { spawn } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs one program and waits for its end. Its output goes to this process's, or all of it to standard error where
 * standard output belongs to a result. A signal ends the program, after `killAfter` milliseconds by force, and then this process.
 */
export async function runStep(command, args, { cwd, env = process.env, toStandardError = false, killAfter }) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', toStandardError ? 2 : 1, 2] });
  let received;
  const stop = (signal) => {
    received = signal;
    child.kill(signal);
    if (killAfter) setTimeout(() => child.kill('SIGKILL'), killAfter).unref();
  };
  for (const signal of signals) process.on(signal, stop);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode === null ? 1 : exitCode));
  });
  for (const signal of signals) process.off(signal, stop);
  if (received) {
    process.kill(process.pid, received);
    await new Promise(() => {}); // the signal has no handler any more: this process ends here
  }
  return code;
}
