import type { MessagePort } from 'node:worker_threads';
import type { ServiceName } from './plan.js';

/** The services whose code a thread loads as soon as it runs. */
export type ThreadServices = readonly ServiceName[];

/** What a thread is to do: start a service, give back the memory that starting took, or stop. */
export type ThreadOrder = { readonly start: ServiceName; readonly variables: Readonly<Record<string, string>> } | 'giveBackMemory' | 'stop';

/** An order with the port that its answer goes to. */
export type ThreadMessage = { readonly order: ThreadOrder; readonly reply: MessagePort };

/** What failed, in words for whoever typed the command; none where all was done. */
export type ThreadAnswer = readonly string[];
