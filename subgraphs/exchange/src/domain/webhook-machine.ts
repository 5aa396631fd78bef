import { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { WebhookState } from '../generated/graphql.js';

/** A webhook (事件推送, 5.4.3 b): active, paused by its party or stopped by the hub, and resumed, until it is removed. */
export const webhookMachine = new StateMachine<WebhookState, 'registerWebhook' | 'pauseWebhook' | 'WebhookStopped' | 'resumeWebhook' | 'removeWebhook'>('Webhook', {
  registerWebhook: { from: [], to: ['ACTIVE'] },
  pauseWebhook: { to: ['PAUSED'] },
  WebhookStopped: { from: ['ACTIVE'], to: ['STOPPED'] },
  resumeWebhook: { to: ['ACTIVE'] },
  removeWebhook: { to: ['REMOVED'] },
});
