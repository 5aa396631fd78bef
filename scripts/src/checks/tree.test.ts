import { describe, expect, it } from 'vitest';
import { sourceTreeOf } from './testing/source-tree-of.js';
import { checkActFiles } from './tree/act-files.js';
import { checkFileLengths } from './tree/file-lengths.js';
import { checkResolverPaths } from './tree/resolver-paths.js';
import { checkRooms } from './tree/rooms.js';
import { checkSpeakingNames } from './tree/speaking-names.js';

describe('the tree', () => {
  it('misses each room that a subgraph lacks, and asks kernel and imports for none', () => {
    const places = checkRooms(sourceTreeOf({ 'subgraphs/labs/src/main.ts': '', 'subgraphs/kernel/src/log.ts': '', 'subgraphs/imports/src/reading/xml.ts': '' })).map(({ place }) => place);
    expect(places).toContain('subgraphs/labs/src/domain/');
    expect(places).toContain('subgraphs/registry/src/main.ts');
    expect(places).not.toContain('subgraphs/labs/src/main.ts');
    expect(places.filter((place) => /kernel|imports/.test(place))).toEqual([]);
  });

  it('refuses folders and files whose names say nothing', () => {
    const files = ['gateway/src/utils.ts', 'gateway/src/common/plan.ts', 'gateway/src/helper.test.ts', 'gateway/src/shared-terms.ts'];
    const places = checkSpeakingNames(sourceTreeOf(Object.fromEntries(files.map((file) => [file, ''])))).map(({ place }) => place);
    expect(places).toEqual(files.slice(0, 3));
  });

  it('refuses the 401st line', () => {
    const tree = sourceTreeOf({ 'a.ts': 'x\n'.repeat(400), 'b.ts': 'x\n'.repeat(401), 'c.json': 'x\n'.repeat(900) });
    expect(checkFileLengths(tree).map(({ place }) => place)).toEqual(['b.ts']);
  });

  it('asks for one resolver file per root field, and for one root field per resolver file', () => {
    const tree = sourceTreeOf({
      'schema/sdl/labs/lab.graphql': 'type Query { lab: Int } extend type Mutation { acceptCommission: Int } type Lab { id: ID }',
      'subgraphs/labs/src/resolvers/Query/lab.ts': '',
      'subgraphs/labs/src/resolvers/Mutation/refuseCommission.ts': '',
      'subgraphs/labs/src/resolvers/Lab.ts': '',
    });
    const places = checkResolverPaths(tree).map(({ place }) => place);
    expect(places.filter((place) => place.includes('labs'))).toEqual([
      'subgraphs/labs/src/resolvers/Mutation/acceptCommission.ts',
      'subgraphs/labs/src/resolvers/Mutation/refuseCommission.ts',
    ]);
  });

  it('asks for one file per act in the repository, named after it, in whatever folder', () => {
    const tree = sourceTreeOf({
      'schema/sdl/labs/lab.graphql': 'type Query { lab: Int } type Mutation { acceptCommission: Int storeSample: Int issueInspectionReport: Int }',
      'subgraphs/labs/src/repository/accept-commission.ts': '',
      'subgraphs/labs/src/repository/sample/store-sample.ts': '',
      'subgraphs/labs/src/repository/issue-report.ts': '',
    });
    expect(checkActFiles(tree).map(({ place }) => place)).toEqual(['subgraphs/labs/src/repository/issue-inspection-report.ts']);
  });
});
