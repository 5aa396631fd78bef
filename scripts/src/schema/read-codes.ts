import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandRefused } from '../command-refused.js';

/** What the registry checks entry by entry; here only that it is a list of codes at all. */
const codeList = z.object({ codes: z.array(z.looseObject({ code: z.string(), zh: z.string(), en: z.string() })) });

/** The codes in a file: JSON with all codes of a list, as the content of a version has them. @throws CommandRefused */
export async function readCodes(path: string): Promise<readonly object[]> {
  const text = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`${path} cannot be read (${error.message}).`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new CommandRefused(`${path} is no JSON (${(error as Error).message}).`);
  }
  const { data } = codeList.safeParse(content);
  if (!data) throw new CommandRefused(`${path} holds no code list. Right would be {"codes": [{"code": "kg", "zh": "千克", "en": "kilogram", …}]}, as codeList { current { content } } answers it.`);
  return data.codes;
}
