import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** By package name, for the compiled file lies elsewhere than the list. */
const file = createRequire(import.meta.url).resolve('@hub/schema/code-lists/regions.json');

/** All region codes (行政区划代码, GB/T 2260), those abolished since among them: old codes stay valid for old records. */
export const regionCodes: ReadonlySet<string> = new Set(
  (JSON.parse(readFileSync(file, 'utf8')) as readonly (readonly [code: string, ...rest: unknown[]])[]).map(([code]) => code),
);
