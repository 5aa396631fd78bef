import { readFile } from 'node:fs/promises';

/** The mappings that ship with the hub, by name: mappings/ of this workspace. */
export const keptMappings = ['complaints', 'cosmetics-online', 'cpsc-recalls', 'food-sampling', 'platform-quality', 'product-sampling', 'standards-register', 'web-notices'] as const;

export type KeptMapping = (typeof keptMappings)[number];

/** Where one of them lies. */
export function keptMappingFile(name: KeptMapping): URL {
  return new URL(`../../mappings/${name}.yaml`, import.meta.url);
}

/** The text of one of them. */
export function keptMapping(name: KeptMapping): Promise<string> {
  return readFile(keptMappingFile(name), 'utf8');
}
