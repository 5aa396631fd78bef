import { PrismaPg } from '@prisma/adapter-pg';

/** The adapter as Prisma's documentation has it; only the time zone is said, because the documentation takes a server in UTC for granted. */
export function stackAdapter(connectionString: string): PrismaPg {
  return new PrismaPg({ connectionString, options: '-c timezone=UTC' });
}
