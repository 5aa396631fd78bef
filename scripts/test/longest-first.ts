import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes minutes, the longest first. In a clean clone vitest knows sizes of files only, and a short file on a whole hub would
 * begin last and keep one core waiting for it.
 */
const long = [
  'gateway/test/journeys/month.test.ts',
  'gateway/test/pages/console-looks.test.ts',
  'gateway/test/pages/console.test.ts',
  'subgraphs/exchange/test/sharing.conformance.test.ts',
  'gateway/test/journeys/thread.test.ts',
  'subgraphs/registry/test/sharing.conformance.test.ts',
  'gateway/test/journeys/survives-kills.test.ts',
  'subgraphs/monitoring-center/test/sharing.conformance.test.ts',
  'subgraphs/regulator/test/sharing.conformance.test.ts',
  'scripts/test/whole-hub.test.ts',
  'subgraphs/platforms/test/sharing.conformance.test.ts',
  'scripts/test/demo.test.ts',
  'subgraphs/labs/test/sharing.conformance.test.ts',
];
/** These too, in whatever order. */
const rather = ['gateway/test/pages/', 'gateway/test/journeys/', 'gateway/test/abuse/', 'scripts/test/'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = long.findIndex((file) => moduleId.endsWith(`/${file}`));
      if (place >= 0) return place;
      return rather.some((folder) => moduleId.includes(`/${folder}`)) ? long.length : long.length + 1;
    };
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other));
  }
}
