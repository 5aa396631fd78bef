/** A statement of rows with `type`, `id` and `file`, of one with `type`, `id` and `files`; what is no list of files is taken for one file that nobody has named. */
export function filesOfRows(namingRows: string): string {
  return `SELECT DISTINCT type, id, file FROM (${namingRows}) naming, jsonb_array_elements(CASE jsonb_typeof(files) WHEN 'array' THEN files ELSE jsonb_build_array(files) END) file WHERE files IS NOT NULL`;
}
