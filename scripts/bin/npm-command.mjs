/**
 * Program and arguments that run npm. npm tells what it started where it lies; started without npm, it must be on the
 * PATH (on Windows as a command file, which needs its shell).
 */
export function npmCommand(...args) {
  const cli = process.env.npm_execpath;
  if (cli && /\bnpm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args]];
  return process.platform === 'win32' ? ['cmd.exe', ['/c', 'npm', ...args]] : ['npm', args];
}
