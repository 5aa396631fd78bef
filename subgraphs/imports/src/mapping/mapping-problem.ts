import type { MessageParameter } from '@hub/schema/errors/bilingual.js';
import type { ErrorCode } from '@hub/schema/errors/catalogue.js';
import { errorMessage } from '@hub/schema/errors/error-message.js';
import { ImportFault } from '../import-fault.js';

/** Members of a mapping that lead to a place in it, such as fields, hazardItem. */
export type MappingPath = readonly (string | number)[];

/** What is wrong with a mapping: a code of the catalogue with its parameters, and where. */
export interface MappingProblem {
  readonly code: Extract<ErrorCode, `IMPORT_MAPPING_${string}`>;
  readonly parameters: Readonly<Record<string, MessageParameter>>;
  /** Of what is missing, what it is missing from. */
  readonly path: MappingPath;
}

/** The same with its place in the file, both counted from 1. */
export interface PlacedProblem extends MappingProblem {
  readonly line: number;
  readonly column: number;
}

/** Problems that are told of a mapping, at the most: who mends these is told of the others. */
export const mostProblems = 100;

/** A mapping that cannot be used, with what is wrong with it. */
export class MappingInvalid extends ImportFault {
  readonly problems: readonly PlacedProblem[];

  /** @param name of the file, for the message */
  constructor(name: string, problems: readonly PlacedProblem[]) {
    const told = (locale: 'en' | 'zh-CN') => problems.map(({ code, parameters, line }) => `${locale === 'en' ? `line ${line}: ` : `第 ${line} 行：`}${errorMessage(code, locale, parameters)}`).join(' ');
    super('IMPORT_MAPPING_INVALID', { name, problems: { en: told('en'), 'zh-CN': told('zh-CN') } });
    this.problems = problems;
  }
}
