import type { Owner } from '@hub/prisma/owner.js';
import type { MissingLoad } from './missing-loads.js';

/** What the thread of the first data is to load, and where. */
export interface LoadThreadData {
  readonly databaseUrls: Readonly<Record<Owner, string>>;
  readonly dataDir: string;
  readonly missing: readonly MissingLoad[];
}

/** What it is told: to end after the rows it is at. */
export type LoadThreadOrder = 'stop';

/** What it tells: how far the load of a title is, its end, or why all of it failed, in words for whoever typed the command. */
export type LoadThreadNews =
  | { readonly begun: string }
  | { readonly of: string; readonly done: number; readonly total: number }
  | { readonly of: string; readonly summary: string }
  | { readonly failure: string };
