import type { CatalogueEntry } from '../catalogue-entry.js';

/** What stands in the way of any act, whoever owns it. */
export const actCodes = {
  NOT_FOUND: {
    en: 'There is no {type} {id} that you may name here: none has that id, or it is another party’s to act on. Check the id.',
    'zh-CN': '没有您可在此指明的 {type} {id}：编号不存在，或应由其他主体办理。请核对编号。',
  },
  STATE_NOT_POSSIBLE: {
    en: 'The {type} {id} is {state}; {act} is possible from {possibleFrom}. Read it again, and take a step that is possible now.',
    'zh-CN': '{type} {id} 的状态为 {state}；仅在 {possibleFrom} 状态下可执行 {act}。请重新读取，办理当前可办的步骤。',
  },
  REVISION_CONFLICT: {
    en: 'The {type} {id} has changed since you read it: its revision is {actual}, you expected {expected}. Read it again and decide anew.',
    'zh-CN': '{type} {id} 在您读取后已变更：当前修订号 {actual}，您期望 {expected}。请重新读取后再操作。',
  },
  CONCURRENT_CHANGE: {
    en: 'Somebody changed the {type} at the same moment. Read it again and decide anew.',
    'zh-CN': '该 {type} 同时被他人更改。请重新读取后再操作。',
  },
  NOTHING_CHANGED: {
    en: 'The {type} says all of that already, so there is nothing to change. Give a value that differs.',
    'zh-CN': '该 {type} 的内容与所提交的完全相同，无须调整。请填写有变更的内容。',
  },
  VERSION_SUPERSEDED: {
    en: 'Version {version} of the {type} is superseded by {by}. Act on that version.',
    'zh-CN': '该 {type} 的第 {version} 版已被 {by} 取代。请对新版本进行操作。',
  },
  IDEMPOTENCY_KEY_REUSED: {
    en: 'The idempotencyKey was used before with another input. Use a new key for a new input.',
    'zh-CN': '该 idempotencyKey 已用于不同的内容。新的内容请使用新的键。',
  },
  DUPLICATE_IN_LIST: {
    en: 'The item repeats an idempotencyKey of this list. Give each item a key of its own.',
    'zh-CN': '本次列表中 idempotencyKey 重复。请为每一项使用不同的键。',
  },
  LIST_TOO_LONG: {
    en: 'An act takes 1 to {limit} items at a time; this list has {length}. Send them in as many calls as it takes.',
    'zh-CN': '每次操作可提交 1 至 {limit} 项，本列表有 {length} 项。请分批提交。',
  },
} as const satisfies Record<string, CatalogueEntry>;
