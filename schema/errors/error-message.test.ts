import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { CatalogueEntry } from './catalogue-entry.js';
import { catalogue } from './catalogue.js';
import { errorMessage } from './error-message.js';

const entries = Object.entries<CatalogueEntry>(catalogue);

it('fills the placeholders in either language', () => {
  const parameters = { type: 'MonitoringPlan', id: 'p1' };
  expect(errorMessage('NOT_FOUND', 'en', parameters)).toBe('There is no MonitoringPlan p1 that you may name here: none has that id, or it is another party’s to act on. Check the id.');
  expect(errorMessage('NOT_FOUND', 'zh-CN', parameters)).toBe('没有您可在此指明的 MonitoringPlan p1：编号不存在，或应由其他主体办理。请核对编号。');
});

it('speaks in one language also where words are filled in', () => {
  const parameters = { field: 'price.amount', problem: { en: 'an amount is not negative', 'zh-CN': '金额不得为负' }, example: '128.50' };
  expect(errorMessage('VALUE_INVALID', 'en', parameters)).toBe('price.amount is not valid: an amount is not negative. Right would be, for example, 128.50.');
  expect(errorMessage('VALUE_INVALID', 'zh-CN', parameters)).toBe('price.amount 不符合要求：金额不得为负。正确示例：128.50。');
});

it('says back what was sent cut, and so that it cannot hide or reorder the message', () => {
  expect(errorMessage('NOT_FOUND', 'en', { type: 'Sample', id: '\u202Eab\u0000\ud83e' })).toBe(
    'There is no Sample \ufffdab\ufffd\ufffd that you may name here: none has that id, or it is another party’s to act on. Check the id.',
  );
  expect(errorMessage('NOT_FOUND', 'en', { type: 'Sample', id: 'x'.repeat(1_000_000) }).length).toBeLessThan(1200);
});

it('leaves a missing parameter visible as its name, and takes none for a placeholder', () => {
  expect(errorMessage('NOT_FOUND', 'en', { type: '{id}' })).toContain('There is no {id} {id} that');
  expect(errorMessage('LIST_TOO_LONG', 'en', { limit: 0, length: 1 })).toContain('1 to 0 items');
});

it.each(entries)('says %s in both languages with the same parameters, and what to do', (code, entry) => {
  const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
  expect(placeholders(entry['zh-CN'])).toEqual(placeholders(entry.en));
  expect(entry['zh-CN']).toMatch(/\p{Script=Han}/u);
  expect(entry.en).toMatch(/[.…]$|"\.$/);
  expect(entry['zh-CN']).toMatch(/。$/);
  expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
});

it('has each code of each subject once', async () => {
  const folder = new URL('./codes/', import.meta.url);
  const subjects = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href) as Promise<Record<string, object>>));
  const codes = subjects.flatMap((subject) => Object.values(subject).flatMap((entries) => Object.keys(entries)));
  expect(codes.sort()).toEqual(Object.keys(catalogue).sort());
});
