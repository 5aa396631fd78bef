import { z } from 'zod';

/** A party of the demo, and the roles in which its users act. */
export const demoIdentity = z.object({
  /** Such as regulator-province; users are numbered behind it. */
  name: z.string(),
  partyId: z.string(),
  /** Name of the party, in Chinese. */
  party: z.string(),
  roles: z.array(z.string()),
  defaultRole: z.string(),
});

export type DemoIdentity = z.infer<typeof demoIdentity>;
