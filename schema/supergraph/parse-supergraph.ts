import { parse, type DocumentNode } from 'graphql';

let last: { readonly sdl: string; readonly document: WeakRef<DocumentNode> } | undefined;

/** Parses a supergraph, without locations. Loading one reads it several times; the last is parsed once, while anybody uses it. */
export function parseSupergraph(sdl: string): DocumentNode {
  const known = last?.sdl === sdl ? last.document.deref() : undefined;
  if (known) return known;
  const document = parse(sdl, { noLocation: true });
  last = { sdl, document: new WeakRef(document) };
  return document;
}
