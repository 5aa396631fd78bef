import { readFile } from 'node:fs/promises';
import type { z } from 'zod';

/**
 * Reads a file of JSON of a known shape; undefined where there is no file.
 * @throws Error that names the file where it holds something else
 */
export async function readJsonFile<Shape extends z.ZodType>(path: string, shape: Shape): Promise<z.infer<Shape> | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} does not hold what was written there. Bring it back from a copy, or delete it.`, { cause: error });
  }
}
