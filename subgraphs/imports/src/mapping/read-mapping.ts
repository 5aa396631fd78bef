import { parseDocument } from 'yaml';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';
import { ImportFault } from '../import-fault.js';
import { actInput, type ActInput } from './act-input.js';
import { mappingProblems } from './mapping-problems.js';
import { mappingShape, type Mapping } from './mapping.js';

/** A mapping that can be used, and the input that it fills. */
export interface ReadMapping {
  readonly mapping: Mapping;
  readonly input: ActInput;
}

/**
 * Reads a mapping file, YAML or JSON, and holds it against its form and against the act that it fills.
 * @param name of the file, for the message
 * @throws ImportFault IMPORT_MAPPING_INVALID that lists all that is wrong
 */
export function readMapping(text: string, name: string): ReadMapping {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true });
  if (document.errors.length > 0) throw invalid(name, document.errors.map(({ message }) => same(`${message.split('\n')[0] ?? ''}.`)));
  const read = mappingShape.safeParse(document.toJS({ maxAliasCount: 20 }));
  if (!read.success) throw invalid(name, read.error.issues.map(({ path, message }) => same(`${path.join('.') || 'the mapping'}: ${message}.`)));
  const input = actInput(read.data.fills);
  if (!input) throw invalid(name, [{ en: `The hub has no act ${read.data.fills} that takes records in with what their source said.`, 'zh-CN': `资源库没有可收集来源记录的操作 ${read.data.fills}。` }]);
  const problems = mappingProblems(read.data, input);
  if (problems.length > 0) throw invalid(name, problems);
  return { mapping: read.data, input };
}

function same(text: string): Bilingual {
  return { en: text, 'zh-CN': text };
}

function invalid(name: string, problems: readonly Bilingual[]): ImportFault {
  return new ImportFault('IMPORT_MAPPING_INVALID', { name, problems: { en: problems.map(({ en }) => en).join(' '), 'zh-CN': problems.map((each) => each['zh-CN']).join(' ') } });
}
