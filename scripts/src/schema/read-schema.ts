import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lineOf } from '@hub/schema/check/line-of.js';
import { sharingSdl, structureSdl } from '@hub/schema/generated/authoring.js';
import { subgraphDocument } from '@hub/schema/policy/terms/subgraph-document.js';
import { concatAST, GraphQLError, Kind, parse, print, Source, visit, type DocumentNode } from 'graphql';
import { CommandRefused } from '../command-refused.js';

/** A schema as its owner wrote it, and as it is published. */
export interface AuthoredSchema {
  readonly authored: DocumentNode;
  readonly published: DocumentNode;
  /** All terms in full. */
  readonly sdl: string;
  /** Where a coordinate stands in what the owner wrote; undefined where it does not. */
  placeOf(coordinate: string): string | undefined;
}

/** The schema that another owner publishes, for the keys that are echoed of it. */
export type PublishedBy = (owner: string) => Promise<string | undefined>;

/**
 * Reads a schema from a file or from the files of a folder: as it is published, or as owners write it, with named terms, which are then written out in full.
 * @throws CommandRefused that says what is wrong, and in which line of which file
 */
export async function readSchema(owner: string, path: string, publishedBy: PublishedBy): Promise<AuthoredSchema> {
  const files = await readFiles(path);
  const authored = concatAST(files.map(({ document }) => document));
  const published = isPublished(authored) ? authored : await inFull(owner, authored, publishedBy);
  return {
    authored,
    published,
    sdl: print(published),
    placeOf(coordinate) {
      for (const { name, document } of files) {
        const line = lineOf(document, coordinate);
        if (line !== null) return `${name}:${line}`;
      }
      return undefined;
    },
  };
}

async function readFiles(path: string): Promise<readonly { readonly name: string; readonly document: DocumentNode }[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new CommandRefused(`There is no file or folder ${path}.`);
  const names = found.isDirectory() ? await filesIn(path) : [path];
  if (names.length === 0) throw new CommandRefused(`The folder ${path} has no file that ends in .graphql.`);
  return Promise.all(names.map(async (name) => ({ name, document: parsed(name, await textOf(name)) })));
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(unreadable(folder));
  return entries.filter((entry) => entry.name.endsWith('.graphql') && !entry.isDirectory()).map(({ name }) => join(folder, name)).sort();
}

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(unreadable(file));
}

function unreadable(path: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    throw new CommandRefused(`${path} cannot be read (${code ?? 'no reason is given'}). Name a file or folder that you may read.`);
  };
}

function parsed(name: string, text: string): DocumentNode {
  try {
    return parse(new Source(text, name));
  } catch (error) {
    const line = error instanceof GraphQLError ? `:${error.locations?.[0]?.line ?? 1}` : '';
    throw new CommandRefused(`${name}${line}: ${(error as Error).message}`);
  }
}

/** What is published links the terms of sharing; what owners write does not. */
function isPublished(document: DocumentNode): boolean {
  return document.definitions.some(
    (definition) => definition.kind === Kind.DIRECTIVE_DEFINITION && definition.name.value === 'sharing',
  );
}

async function inFull(owner: string, authored: DocumentNode, publishedBy: PublishedBy): Promise<DocumentNode> {
  const source = { owner, documents: [parse(structureSdl, { noLocation: true }), authored] };
  const others = await Promise.all(
    [...stubOwners(authored)].map(async (other) => {
      const sdl = await publishedBy(other);
      return { owner: other, documents: sdl === undefined ? [] : [parse(sdl, { noLocation: true })] };
    }),
  );
  try {
    return subgraphDocument(source, [source, ...others], parse(sharingSdl, { noLocation: true }));
  } catch (error) {
    throw new CommandRefused((error as Error).message);
  }
}

function stubOwners(document: DocumentNode): Set<string> {
  const owners = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      const owner = name.value === 'stub' ? given?.find((argument) => argument.name.value === 'owner')?.value : undefined;
      if (owner?.kind === Kind.STRING) owners.add(owner.value);
    },
  });
  return owners;
}
