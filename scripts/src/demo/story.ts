/** What a run of the demo knows of what it made; plain data, kept between steps. */
export interface Story {
  /** Real recalls of heaters and of children's hooded clothes. */
  heaterRecalls: string[];
  hoodieRecalls: string[];
  assessmentIds: string[];
  reportId: string;
  planId: string;
  workPlanId: string;
  /** Of the three samplers, in their order. */
  orderIds: string[];
  /** Every id that was made, by type. */
  made: Record<string, string[]>;
  /** Identities that each of them has been opened to. */
  opened: Record<string, string[]>;
}

export function emptyStory(): Story {
  return { heaterRecalls: [], hoodieRecalls: [], assessmentIds: [], reportId: '', planId: '', workPlanId: '', orderIds: [], made: {}, opened: {} };
}

/** Remembers whatever stands in an answer with its type and id, however deep, and who may know of it from now on. */
export function rememberMade(story: Story, answer: unknown, openTo: readonly string[]): void {
  if (typeof answer !== 'object' || answer === null) return;
  const { __typename: type, id } = answer as { __typename?: string; id?: string };
  if (type !== undefined && id !== undefined) {
    story.made[type] = [...new Set([...(story.made[type] ?? []), id])];
    story.opened[id] = [...new Set([...(story.opened[id] ?? []), ...openTo])];
  }
  for (const value of Object.values(answer)) rememberMade(story, value, openTo);
}
