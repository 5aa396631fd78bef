import { isIntrospectionType, isObjectType } from 'graphql';
import type { Bilingual } from '../errors/bilingual.js';
import { bilingualMessage } from '../errors/bilingual-message.js';
import type { OwnerContract } from '../policy/lint/owner-contract.js';
import { grades, type ActTerms, type FieldTerms, type Grade, type SharingClass } from '../policy/terms/vocabulary.js';
import { lostClauses, type Opening } from './lost-clauses.js';
import { finding, type FindingKind, type SchemaFinding } from './schema-finding.js';

/** The terms of all owners, each coordinate by its owner: what a field that moves from one to another is compared by. */
export interface AllTerms {
  readonly fields: ReadonlyMap<string, FieldTerms>;
  /** By `Mutation.act`. */
  readonly acts: ReadonlyMap<string, ActTerms>;
  /** Open to whoever came there, with the owners that have them. */
  readonly structural: ReadonlyMap<string, string>;
  /** Every coordinate that is there at all, with an owner in whose schema it stands. */
  readonly present: ReadonlyMap<string, string>;
}

/** Brings the terms of several owners together; what names another owner, as echoed keys do, is no word of its own. */
export function allTerms(contracts: readonly Pick<OwnerContract, 'owner' | 'table' | 'schema'>[]): AllTerms {
  const all = { fields: new Map<string, FieldTerms>(), acts: new Map<string, ActTerms>(), structural: new Map<string, string>(), present: new Map<string, string>() };
  for (const { owner, table, schema } of contracts) {
    for (const [coordinate, terms] of table.fields) if (terms.owner === owner) all.fields.set(coordinate, terms);
    for (const [act, terms] of table.acts) if (terms.owner === owner) all.acts.set(`Mutation.${act}`, terms);
    for (const coordinate of table.structural) all.structural.set(coordinate, owner);
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || isIntrospectionType(type)) continue;
      for (const name of Object.keys(type.getFields())) all.present.set(`${type.name}.${name}`, owner);
    }
  }
  return all;
}

/**
 * What changes for those who read and act (5.4.3 a), coordinate by coordinate, in words: NARROWED where somebody reads less than before, WIDENED where
 * somebody reads more or what is read is graded lower, both where it is both. What is new or gone altogether is no change of terms: `newlyOpened` and `takenAway` tell it.
 */
export function termChanges(before: AllTerms, after: AllTerms): readonly SchemaFinding[] {
  return [...fieldChanges(before, after), ...actChanges(before, after), ...structureChanges(before, after)];
}

function fieldChanges(before: AllTerms, after: AllTerms): readonly SchemaFinding[] {
  const known = new Map<string, readonly Change[]>();
  return [...before.fields].flatMap(([coordinate, had]) => {
    const has = after.fields.get(coordinate);
    if (!has) return lostWord(coordinate, after);
    // Most owners' texts are those that were read before.
    if (has === had) return [];
    const key = JSON.stringify([had, has]);
    const changes = known.get(key) ?? changesOf(had, has);
    known.set(key, changes);
    return changes.map((change) => told(coordinate, has.owner, change));
  });
}

interface Change {
  readonly kind: Extract<FindingKind, 'NARROWED' | 'WIDENED' | 'REWORDED'>;
  readonly words: Bilingual;
}

function changesOf(had: FieldTerms, has: FieldTerms): readonly Change[] {
  const stricter = strictness[has.class] - strictness[had.class];
  const changes: Change[] = [
    ...openingChanges(openingOf(had), openingOf(has)),
    ...(stricter > 0 && has.class === 'NOT_SHARED' ? [{ kind: 'NARROWED' as const, words: otherPart('class', had.class, has.class) }] : []),
    ...(stricter < 0 && had.class === 'NOT_SHARED' ? [{ kind: 'WIDENED' as const, words: otherPart('class', had.class, has.class) }] : []),
  ];
  const reworded = (['ground', 'element', 'freshness', 'owner'] as const).filter((part) => had[part] !== has[part]);
  if (changes.length === 0 && JSON.stringify(had.audience) !== JSON.stringify(has.audience)) changes.push({ kind: 'REWORDED', words: { en: 'its audience is written otherwise, and opens the same to the same', 'zh-CN': '受众写法不同，开放范围不变' } });
  return [...changes, ...gradeChange(had.grade, has.grade), ...reworded.map((part) => ({ kind: 'REWORDED' as const, words: otherPart(part, had[part], has[part]) }))];
}

/** What is graded lower is guarded less, so that it is approved as what is opened wider is; what is graded higher, or for the first time, is told. */
function gradeChange(had: Grade | undefined, has: Grade | undefined): readonly Change[] {
  if (had === has) return [];
  const lower = had !== undefined && (has === undefined || grades.indexOf(has) < grades.indexOf(had));
  return [{ kind: lower ? 'WIDENED' : 'REWORDED', words: otherPart('grade', had, has) }];
}

const strictness: Readonly<Record<SharingClass, number>> = { UNCONDITIONAL: 0, CONDITIONAL: 1, NOT_SHARED: 2 };

/** Of 有条件共享 the holder alone reads without a grant. */
function openingOf(terms: FieldTerms): Opening {
  return { audience: terms.audience, needsGrant: ({ rows }) => terms.class === 'CONDITIONAL' && rows !== 'OWN' };
}

function openingChanges(had: Opening, has: Opening): readonly Change[] {
  return [
    ...lostClauses(had, has).map(({ readers, difference }) => ({ kind: 'NARROWED' as const, words: { en: `for ${readers} only ${difference.en}`, 'zh-CN': `对 ${readers} 的开放收窄为：${difference['zh-CN']}` } })),
    ...lostClauses(has, had).map(({ readers, difference }) => ({ kind: 'WIDENED' as const, words: { en: `for ${readers} more than before, which was ${difference.en}`, 'zh-CN': `对 ${readers} 较前放宽，此前为：${difference['zh-CN']}` } })),
  ];
}

function actChanges(before: AllTerms, after: AllTerms): readonly SchemaFinding[] {
  return [...before.acts].flatMap(([coordinate, had]) => {
    const has = after.acts.get(coordinate);
    if (!has) return lostWord(coordinate, after);
    const never = () => false;
    const states = (wide: ActTerms, narrow: ActTerms) => (wide.from === undefined ? [] : (narrow.from ?? ['any state']).filter((state) => !wide.from?.includes(state)));
    const changes: Change[] = [
      ...openingChanges({ audience: had.audience, needsGrant: never }, { audience: has.audience, needsGrant: never }),
      ...states(has, had).map((state) => ({ kind: 'NARROWED' as const, words: { en: `it would not be possible from ${state} any more`, 'zh-CN': `自 ${state} 状态起将不再可行` } })),
      ...states(had, has).map((state) => ({ kind: 'WIDENED' as const, words: { en: `it would be possible from ${state}`, 'zh-CN': `自 ${state} 状态起将可行` } })),
      ...(had.on === has.on ? [] : onChanges(had, has)),
    ];
    return changes.map((change) => told(coordinate, has.owner, change));
  });
}

/** From which states an act is possible is asked of the rows of the type that it is on, and of no others. */
function onChanges(had: ActTerms, has: ActTerms): readonly Change[] {
  const words = { en: `it is on ${has.on ?? 'nothing'}, not ${had.on ?? 'nothing'}`, 'zh-CN': `所在类型为 ${has.on ?? '无'}，原为 ${had.on ?? '无'}` };
  if (!had.from && !has.from) return [{ kind: 'REWORDED', words }];
  return (['NARROWED', 'WIDENED'] as const).map((kind) => ({ kind, words: { en: `${words.en}, and the states from which it is possible are asked of that type alone`, 'zh-CN': `${words['zh-CN']}，起始状态只对该类型核对` } }));
}

/** A coordinate that is still there, and of which its owner says nothing any more: who reads it then is anybody's guess. */
function lostWord(coordinate: string, { present, structural }: AllTerms): readonly SchemaFinding[] {
  const owner = present.get(coordinate);
  if (owner === undefined || structural.has(coordinate)) return [];
  return (['NARROWED', 'WIDENED'] as const).map((kind) => told(coordinate, owner, { kind, words: { en: 'its owner would give it no terms any more, and it would still be there', 'zh-CN': '属主不再给出条款，而该处仍在' } }));
}

/** Structure is open to whoever came there. */
function structureChanges(before: AllTerms, after: AllTerms): readonly SchemaFinding[] {
  return [
    ...[...before.structural].flatMap(([coordinate]) => {
      const has = after.fields.get(coordinate);
      return has ? [told(coordinate, has.owner, { kind: 'NARROWED', words: { en: 'it was structure, open to whoever came to it, and would have terms', 'zh-CN': '原为结构，对到达者开放，今后将有条款' } })] : [];
    }),
    ...[...after.structural].flatMap(([coordinate, owner]) =>
      before.fields.has(coordinate) ? [told(coordinate, owner, { kind: 'WIDENED', words: { en: 'it had terms, and would be structure, open to whoever comes to it', 'zh-CN': '原有条款，今后将为结构，对到达者开放' } })] : [],
    ),
  ];
}

/** The parts of terms that have a name, in Chinese. */
const parts = { class: '共享类型', ground: '不予共享的依据', element: '数据元', grade: '级别', freshness: '时效', owner: '属主' } as const;

function otherPart(part: keyof typeof parts, had: string | undefined, has: string | undefined): Bilingual {
  return { en: `its ${part} is ${has ?? 'none'}, not ${had ?? 'none'}`, 'zh-CN': `${parts[part]}为 ${has ?? '无'}，原为 ${had ?? '无'}` };
}

function told(coordinate: string, owner: string, { kind, words }: Change): SchemaFinding {
  return finding({ kind, severity: kind === 'REWORDED' ? 'WARNING' : 'ERROR', code: kind, owners: [owner], coordinate, message: bilingualMessage(`FINDING_${kind}`, { place: coordinate, words }) });
}
