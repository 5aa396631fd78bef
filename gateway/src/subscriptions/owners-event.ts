import type { GraphQLFormattedError } from 'graphql';

/** An event as its owner tells it, under the rights of who asked; without data and errors it tells but where reading began. */
export interface OwnersEvent {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions: { readonly cursor: string; readonly sharing?: unknown };
}
