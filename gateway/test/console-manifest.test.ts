import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import * as generated from '../console/src/generated/operations.js';
import { manifestFile } from '../src/limits/operations/manifest-file.js';
import { consoleManifest } from '../src/pages/console-manifest.js';

const folder = fileURLToPath(new URL('../console/src/', import.meta.url));

it('the manifest of the console lists every operation that its pages ask, just as they send it', async () => {
  const list = (await manifestFile(consoleManifest)).current();
  const sent = Object.entries(generated).filter(([name]) => name.endsWith('Document')).map(([name, text]) => [name, text.toString()] as const);
  expect(sent.filter(([, text]) => !list.has(text)).map(([name]) => name)).toEqual([]);
  expect(sent.filter(([, text]) => list.textOf(createHash('sha256').update(text).digest('hex')) === undefined).map(([name]) => name)).toEqual([]);
});

it('no operation of the pages is left out of what is generated', async () => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.graphql'));
  const texts = await Promise.all(files.map((file) => readFile(`${folder}${file}`, 'utf8')));
  const written = texts.flatMap((text) => parse(text).definitions).flatMap((definition) => (definition.kind === 'OperationDefinition' ? [definition.name?.value ?? ''] : []));
  const manifest = JSON.parse(await readFile(consoleManifest, 'utf8')) as { readonly operations: readonly { readonly name: string }[] };
  expect(manifest.operations.map(({ name }) => name).toSorted()).toEqual(written.toSorted());
});
