import { describe, expect, it } from 'vitest';
import { checkDocs } from './docs.js';
import { sourceTreeOf } from './testing/source-tree-of.js';

const manifest = JSON.stringify({ name: '@hub/root', scripts: { start: 'x', 'new:subgraph': 'x' } });
const prisma = JSON.stringify({ name: '@hub/prisma', scripts: { generate: 'x' } });

function findingsIn(readme: string, translation = readme): string[] {
  const files = { 'package.json': manifest, 'prisma/package.json': prisma, 'schema/GLOSSARY.md': '# Words of the field\n' };
  return checkDocs(sourceTreeOf({ ...files, 'README.md': readme, 'README.zh-CN.md': translation }))
    .filter(({ place }) => place !== 'README.zh-CN.md:1')
    .map(({ message }) => message);
}

describe('the pages', () => {
  it('may link to files, folders, headings and other sites', () => {
    expect(findingsIn('# The hub 共享库\n[a](schema/GLOSSARY.md#words-of-the-field) [b](schema/) [c](#the-hub-共享库) [d](https://example.org)\n')).toEqual([]);
  });

  it('may show in code what would be a link in prose', () => {
    expect(findingsIn('`[a](b)`\n```\n[a](b)\n# no heading\n```\n', '\n')).toEqual([]);
  });

  it('may not link to what is not there', () => {
    expect(findingsIn('[a](gone.md)', '')).toEqual(['The link gone.md leads nowhere.']);
    expect(findingsIn('[a](schema/GLOSSARY.md#gone)', '')).toEqual(['The link schema/GLOSSARY.md#gone names a heading that schema/GLOSSARY.md does not have.']);
  });

  it('may name only commands that exist', () => {
    expect(findingsIn('`npm start`, `npm run new:subgraph -- x`, `npm run generate -w prisma`', '')).toEqual([]);
    expect(findingsIn('run `npm run dance`', '')).toEqual(['The script dance is not in the package.json of the root.']);
    expect(findingsIn('`npm test`', '')).toEqual(['The script test is not in the package.json of the root.']);
    expect(findingsIn('`npm run dance -w @hub/prisma`', '')).toEqual(['The script dance is not in the package.json of @hub/prisma.']);
  });

  it('have the same headings in both languages', () => {
    expect(findingsIn('# A\n## B\n', '# 甲\n## 乙\n')).toEqual([]);
    expect(findingsIn('# A\n## B\n', '# 甲\n')).toEqual(['Its headings have the levels 1, those of README.md 1 2.']);
  });
});
