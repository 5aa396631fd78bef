import type { Registry } from './registry-at.js';

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All that one of the registry's plain addresses lists, page by page. */
export async function listAt<Node>(registry: Registry, path: string, query: Readonly<Record<string, string>>): Promise<readonly Node[]> {
  const found: Node[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const asked = new URLSearchParams({ ...query, first: '100', ...(after !== '' && { after }) });
    const page: Page<Node> = await registry.get<Page<Node>>(`${path}?${asked}`);
    found.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  return found;
}
