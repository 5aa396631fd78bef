import { execFile } from 'node:child_process';

export interface ProgramResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program to its end and gives what it wrote; a program that cannot be started counts as exit code 127. */
export async function runProgram(command: string, args: readonly string[], cwd: string): Promise<ProgramResult> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd, maxBuffer: 256 * 1024 * 1024 }, (error, output, errors) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127;
      resolve({ code, output, errors: errors || (error?.message ?? '') });
    });
  });
}
