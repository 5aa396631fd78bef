import { expect, it } from 'vitest';
import { contractOf } from '../policy/lint/testing/contract-of.js';
import { missingWords } from './missing-words.js';

const contract = contractOf(`
  type Plan @key(fields: "id") @defaultTerms(name: "all") { id: ID! state: PlanState! }
  enum PlanState { DRAFT ISSUED }
  scalar Day
  type PlanEdge @structure { cursor: String! }
  extend type Mutation { takeInPlan: ID @act(audience: [{ kinds: [REGULATOR] }]) }
`);
const glossary = '| `Plan` | 监测计划 |\n| `PlanState` | 计划状态 | DRAFT → ISSUED |\n| `takeInPlan` | take in | 收集 |\n| `OWN` | 本单位持有 |\n| owner | 归属方 |\n| `Day` | 日期 |';
const missing = (text: string) => missingWords([contract], text);

it('finds nothing where each type, enum and act of the domain has its line', () => {
  expect(missing(glossary)).toEqual([]);
});

it('finds a word that is missing, given twice, or not in the contract', () => {
  expect(missing(glossary.replace('| `Plan` |', '| Plan |'))).toEqual(['GLOSSARY.md lacks Plan; add a line that begins with it.']);
  expect(missing(glossary.replace('| `Day` |', '| Day |'))).toEqual(['GLOSSARY.md lacks Day; add a line that begins with it.']);
  expect(missing(`${glossary}\n| \`Plan\` | 计划 |`)).toEqual(['GLOSSARY.md has Plan twice; a word is defined once.']);
  expect(missing(`${glossary}\n| \`WorkPlan\` | 工作方案 |`)).toEqual([expect.stringContaining('defines WorkPlan, which the contract does not have')]);
});

it('finds a state that its enum’s line lacks', () => {
  expect(missing(glossary.replace(' → ISSUED', ''))).toEqual(['GLOSSARY.md lacks ISSUED in the line of PlanState.']);
});

it('finds a verb with which the act does not begin', () => {
  for (const verb of ['collect', '', 'take inp']) {
    const found = missing(glossary.replace('| take in |', `| ${verb} |`));
    expect(found).toEqual([`GLOSSARY.md gives takeInPlan the verb "${verb}"; the name of an act begins with its verb.`]);
  }
});
