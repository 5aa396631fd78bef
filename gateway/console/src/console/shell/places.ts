import { IconBooks, IconListNumbers, IconListSearch, IconRefreshDot, IconSitemap, IconVersions } from '@tabler/icons-react';

/** The pages of the console, in the order in which they are offered. */
export const places = [
  { name: 'cycle', path: '/', icon: IconRefreshDot },
  { name: 'supergraph', path: '/supergraph', icon: IconSitemap },
  { name: 'subgraphs', path: '/subgraphs', icon: IconVersions },
  { name: 'fields', path: '/fields', icon: IconListSearch },
  { name: 'catalogue', path: '/catalogue', icon: IconBooks },
  { name: 'codeLists', path: '/code-lists', icon: IconListNumbers },
] as const;
