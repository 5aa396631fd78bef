import type { Asker } from '../asking/asked-hub.js';
import type { Story } from './story.js';

/** A sentence in both languages of the hub. */
export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** Something that an act made or that was found, as it was answered. */
export type Found = { readonly id: string } & Readonly<Record<string, unknown>>;

/** One step of the demo, as data: who does what, and what is checked of it. */
export interface Step {
  /** Never changed: what was done is remembered by it, and keys of acts are made of it. */
  readonly key: string;
  readonly title: Title;
  readonly by: Asker;
  /** What has to arrive by event before. It still holds after the act: who is killed between the two begins here again. */
  readonly waitsFor?: Reading & { readonly what: Title };
  readonly act?: Act;
  readonly checks?: readonly Reading[];
}

export interface Act {
  readonly name: string;
  /** What is asked for, without idempotency keys; the same whenever it is called for the same step. */
  readonly items: (story: Story, at: string) => readonly object[];
  /** Fields that are read of what is made, besides id. */
  readonly reads?: string;
  /** The codes with which items are refused, by position; all others are done. */
  readonly refused?: (story: Story) => Readonly<Record<number, string>>;
  /** What later steps need to know of what was made: one per item, null where it was refused. */
  readonly keeps?: (story: Story, made: readonly (Found | null)[]) => void;
  /** Identities outside that may know of what was made from now on, besides who made it. */
  readonly opensTo?: (made: Found, story: Story) => readonly string[];
  /** What the timeline says of what was made; without it, numbers and states. */
  readonly tells?: (made: readonly Found[], story: Story) => readonly string[];
}

/** A question whose answer is held against an expectation. */
export interface Reading {
  readonly by: Asker;
  readonly query: string;
  readonly variables?: (story: Story) => object;
  /** What the answer has to hold, as data or in words; what is not named may be anything. */
  readonly finds: (story: Story) => unknown;
  readonly keeps?: (story: Story, data: unknown) => void;
  readonly tells?: (data: unknown, story: Story) => readonly string[];
}
