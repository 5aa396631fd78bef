import { runAct } from '@hub/kernel/acts/run-act.js';
import type { MutationResolvers } from '../../generated/graphql.js';
import { escalateAssessment as perform } from '../../repository/escalate-assessment.js';

/** 5.1.2 c */
export const escalateAssessment: MutationResolvers['escalateAssessment'] = (_root, { items }, context) =>
  runAct(context, 'escalateAssessment', items, perform, (id) => context.loaders.assessmentReport.load(id));
