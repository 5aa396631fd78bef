import { codeEntry, type CodeEntry } from '@hub/schema/code-lists/code-list.js';

type Told = Parameters<typeof codeEntry>[0];

/** The codes of a list in a file, as the content of a version has them; undefined where the file holds none. What is wrong within one the hub says, entry by entry. */
export function codesInFile(text: string): readonly CodeEntry[] | undefined {
  try {
    const { codes } = JSON.parse(text) as { readonly codes?: unknown };
    return isListOf(codes, isCode) ? codes.map(codeEntry) : undefined;
  } catch {
    return undefined;
  }
}

function isCode(entry: unknown): entry is Told {
  if (typeof entry !== 'object' || entry === null) return false;
  const { code, zh, en, successorCodes = [], properties = [] } = entry as Record<keyof CodeEntry, unknown>;
  return isListOf([code, zh, en], isText) && isListOf(successorCodes, isText) && isListOf(properties, isProperty);
}

function isProperty(property: unknown): property is CodeEntry['properties'][number] {
  const { name, values } = { ...(property as object) } as Partial<Record<'name' | 'values', unknown>>;
  return isText(name) && isListOf(values, isText);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isListOf<Each>(value: unknown, isEach: (each: unknown) => each is Each): value is readonly Each[] {
  return Array.isArray(value) && value.every((each) => isEach(each));
}
