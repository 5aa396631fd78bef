import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/regulator.js';
import { afterAll, beforeAll } from 'vitest';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { regulatorService } from '../src/service.js';
import { hazardFixtures } from './hazard-conformance.js';
import { planFixtures } from './plan-conformance.js';
import { resultFixtures } from './result-conformance.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const plans = planFixtures(() => hub);
const hazards = hazardFixtures(() => hub);
const results = resultFixtures(() => hub);

conformanceSuite(() => hub, {
  owner: 'regulator',
  sdl,
  subscriptions: {
    assessmentReportDecided: 'AssessmentReportDecided',
    monitoringPlanIssued: 'MonitoringPlanIssued',
    monitoringPlanAmended: 'MonitoringPlanAmended',
    hazardHandlingMoved: 'HazardHandlingOpened',
  },
  entities: { ...plans.entities, ...hazards.entities, ...results.entities },
  acts: { ...plans.acts, ...hazards.acts, ...results.acts },
});
