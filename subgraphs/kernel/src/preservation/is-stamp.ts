/** The condition of an entry that is a time stamp: by the text first, for which there is an index (`preserved_entry_stamps`), since canonical JSON writes it in one way only. */
export const isStamp = `entry LIKE '%"kind":"STAMPED"%' AND entry::jsonb->>'kind' = 'STAMPED'`;
