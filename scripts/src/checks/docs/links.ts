import { posix } from 'node:path';
import { headingsOf, proseOf } from './markdown-page.js';
import type { Finding } from '../finding.js';
import type { SourceTree } from '../source-tree.js';

/** Every relative link leads to a file, a folder or a heading of the project. */
export function checkLinks(tree: SourceTree): Finding[] {
  const present = new Set(tree.files.flatMap((file) => [file, ...parents(file)]));
  return tree.files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => proseOf(tree.read(file)).split('\n').flatMap((line, index) => linksIn(line).map((link) => ({ file, line: index + 1, link }))))
    .flatMap(({ file, line, link }) => {
      const [path = '', anchor] = decodeURI(link).split('#');
      const target = path === '' ? file : posix.join(posix.dirname(file), path).replace(/\/$/, '');
      const place = `${file}:${line}`;
      if (!present.has(target)) return [{ place, message: `The link ${link} leads nowhere.` }];
      if (!anchor || !target.endsWith('.md') || anchorsOf(tree.read(target)).has(anchor)) return [];
      return [{ place, message: `The link ${link} names a heading that ${target} does not have.` }];
    });
}

function linksIn(line: string): string[] {
  const prose = line.replace(/`[^`]*`/g, '');
  const targets = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));
}

function parents(file: string): string[] {
  const parent = posix.dirname(file);
  return parent === '.' ? ['.'] : [parent, ...parents(parent)];
}

/** Anchors as GitHub makes them from headings. */
function anchorsOf(page: string): Set<string> {
  return new Set(headingsOf(page).map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-')));
}
