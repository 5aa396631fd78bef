/** Each owner has the colour of its kind of party. */
export const ownerColors: Readonly<Record<string, string>> = {
  regulator: 'var(--hub-regulator)',
  'monitoring-center': 'var(--hub-center)',
  labs: 'var(--hub-lab)',
  platforms: 'var(--hub-platform)',
  exchange: 'var(--hub-merchant)',
  registry: 'var(--hub-everybody)',
};
