import { PrismaClient, type ParticipantUser } from '@hub/prisma/exchange/generated/client.js';
import { batchedById, batchedByParent } from './batched.js';
import { stackAdapter } from './stack-adapter.js';
import type { StackContext, StackSubgraph } from './stack-subgraph.js';

/** The register's part: what the questions of the bench read of it. */
export function exchangeStack(url: string): StackSubgraph {
  const prisma = new PrismaClient({ adapter: stackAdapter(url) });
  const loaders = () => ({
    participant: batchedById((ids) => prisma.participant.findMany({ where: { id: { in: ids } } })),
    usersOfParticipant: batchedByParent(({ participantId }: ParticipantUser) => participantId, (participants) =>
      prisma.participantUser.findMany({ where: { participantId: { in: participants } }, orderBy: { id: 'asc' } }),
    ),
  });
  type Context = StackContext<ReturnType<typeof loaders>>;
  type Key = { readonly id: string };
  const resolvers = {
    Participant: {
      __resolveReference: ({ id }: Key, context: Context) => context.loaders.participant.load(id),
      users: ({ id }: Key, _args: unknown, context: Context) => context.loaders.usersOfParticipant.load(id),
    },
  };
  return { resolvers, loaders };
}
