/** The columns that an import proposes: how sure it is, what they meant before, what they make of the first rows. */
export const columns = {
  "columns.likely": "Found by its heading.",
  "columns.unsure": "Only a guess: look whether it is so.",
  "columns.saved": "A file with these headings was imported before.",
  "columns.saved.use": "Use its columns",
  "columns.saved.used": "These are the columns of that file.",
  "columns.saved.forget": "Forget them",
  "columns.preview": "What the first rows become",
  "columns.preview.text":
    "As the columns are chosen above. Parents are shown as the file states them; the check finds whose they are.",
  "columns.preview.kind": "Event",
  "columns.same": "“{word}” in every row",
  "columns.empty": "Empty in every row",
  "columns.kind.visit": "Visit",
  "columns.kind.share": "Share",
  "columns.kind.delivery": "Delivery",
  "columns.kind.conversion": "Conversion",
  "columns.kind.view": "View",
  "columns.kind.rating": "Rating",
  "columns.none": "nobody",
} as const;
