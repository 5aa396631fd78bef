import { IconBallpen, IconBooks, IconFileCheck, IconFileOff, IconGitMerge, IconListNumbers, IconListSearch, IconRefreshDot, IconServer2, IconSitemap, IconTable, IconVersions } from '@tabler/icons-react';

/** The pages of the console, in the order in which they are offered. */
export const places = [
  { name: 'cycle', path: '/', icon: IconRefreshDot },
  { name: 'sheets', path: '/sheets', icon: IconTable },
  { name: 'clusters', path: '/clusters', icon: IconGitMerge },
  { name: 'supergraph', path: '/supergraph', icon: IconSitemap },
  { name: 'subgraphs', path: '/subgraphs', icon: IconVersions },
  { name: 'proposals', path: '/proposals', icon: IconBallpen },
  { name: 'exceptions', path: '/exceptions', icon: IconFileOff },
  { name: 'running', path: '/running', icon: IconServer2 },
  { name: 'contracts', path: '/contracts', icon: IconFileCheck },
  { name: 'fields', path: '/fields', icon: IconListSearch },
  { name: 'catalogue', path: '/catalogue', icon: IconBooks },
  { name: 'codeLists', path: '/code-lists', icon: IconListNumbers },
] as const;
