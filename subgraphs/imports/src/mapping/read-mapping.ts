import { z } from 'zod';
import type { $ZodIssue } from 'zod/v4/core';
import { actInput, type ActInput } from './act-input.js';
import { MappingDocument } from './mapping-document.js';
import { MappingInvalid, mostProblems, type MappingProblem } from './mapping-problem.js';
import { mappingProblems } from './mapping-problems.js';
import { formMessages, mappingShape, type Mapping } from './mapping.js';

/** A mapping that can be used, and the input that it fills. */
export interface ReadMapping {
  readonly mapping: Mapping;
  readonly input: ActInput;
}

/**
 * Reads a mapping file, YAML or JSON, and holds it against its form and against the act that it fills.
 * @param name of the file, for the message
 * @throws MappingInvalid that lists what is wrong, each with its place
 */
export function readMapping(text: string, name: string): ReadMapping {
  const document = new MappingDocument(text);
  const { faults } = document;
  if (faults.length > 0) throw new MappingInvalid(name, faults.slice(0, mostProblems));
  const refused = (problems: readonly MappingProblem[]) => new MappingInvalid(name, document.placed(problems.slice(0, mostProblems)));
  const said = saidBy(document, refused);
  const read = mappingShape.safeParse(said);
  if (!read.success) {
    const inChinese = mappingShape.safeParse(said, { error: z.locales.zhCN().localeError }).error?.issues ?? [];
    throw refused(read.error.issues.slice(0, mostProblems).map((issue, index) => ofForm(issue, inChinese[index]?.message ?? '')));
  }
  const input = actInput(read.data.fills);
  if (!input) throw refused([{ code: 'IMPORT_MAPPING_ACT_UNKNOWN', parameters: { act: read.data.fills }, path: ['fills'] }]);
  const problems = mappingProblems(read.data, input);
  if (problems.length > 0) throw refused(problems);
  return { mapping: read.data, input };
}

function saidBy(document: MappingDocument, refused: (problems: readonly MappingProblem[]) => MappingInvalid): unknown {
  try {
    return document.said;
  } catch (error) {
    throw refused([{ code: 'IMPORT_MAPPING_SYNTAX', parameters: { problem: { en: (error as Error).message, 'zh-CN': '别名展开过多' } }, path: [] }]);
  }
}

function ofForm({ path, message, ...issue }: $ZodIssue, inChinese: string): MappingProblem {
  // What is not known stands at its own name; the issue tells of what is around it.
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const members = path.map((member) => (typeof member === 'symbol' ? String(member) : member));
  const problem = { en: message, 'zh-CN': formMessages[message] ?? inChinese };
  return { code: 'IMPORT_MAPPING_FORM', parameters: { place: members.join('.') || { en: 'the mapping', 'zh-CN': '映射文件' }, problem }, path: [...members, ...unknown] };
}
