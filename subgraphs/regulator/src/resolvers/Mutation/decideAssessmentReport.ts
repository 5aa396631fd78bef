import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { decideAssessmentReport as perform } from '../../repository/decide-assessment-report.js';

/** 3.1 b */
export const decideAssessmentReport: MutationResolvers['decideAssessmentReport'] = (_root, { items }, context) =>
  runAct(context, 'decideAssessmentReport', items, perform, (id) => context.loaders.assessmentReportDecision.load(id));
