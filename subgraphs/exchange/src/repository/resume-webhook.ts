import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { Prisma } from '@hub/prisma/exchange/generated/client.js';
import type { ResumeWebhookInput } from '../generated/graphql.js';
import { admittedWebhook } from './admitted-webhook.js';
import type { ExchangeTransaction } from './database.js';
import { dueAtOnce } from './due-at-once.js';
import { feedHead } from './feed-head.js';
import { moveWebhook } from './move-webhook.js';

/** Resumes a webhook where it stood (恢复推送), in the name of who resumes it; or at the head of the feed. */
export async function resumeWebhook(scope: ActScope<ExchangeTransaction>, input: ResumeWebhookInput): Promise<ActResult> {
  const { unit } = scope;
  const webhook = await admittedWebhook(scope, input);
  return moveWebhook(unit, 'resumeWebhook', webhook, {
    reader: { ...actRecord(unit) },
    failures: 0,
    failingSince: null,
    stoppedBecause: null,
    stoppedParameters: Prisma.DbNull,
    nextAttemptAt: dueAtOnce,
    ...(input.skipMissed && { ...(await feedHead(unit.tx)), toldPosition: null }),
  });
}
