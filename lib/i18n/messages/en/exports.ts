/** Files that other programs are known to give out: how they are named, and what can be learnt from each. */
export const exports = {
  "exports.looks": "This looks like an export of {name}.",
  "exports.list": "Known exports, whose columns are found by themselves:",
  "exports.dub":
    "Clicks are visits, leads and sales conversions of the link that they came through. Who passed a link on to whom is not in it: K needs share links of people.",
  "exports.links":
    "A list of links, each a share that your team handed out. Clicks are totals without persons and times, so they are no visits here; who passed a link on is not in it either. It plants seeds for what other files bring.",
  "exports.participants":
    "Each participant is a share, and who referred them its parent: K, depth and cascades can be learnt. Visits that brought nobody are not in it.",
  "exports.attribution":
    "Clicks and opens are visits, installs and purchases conversions, by media source. Who invited whom is only in it where invitations fill a column with it; rows of other events are set aside.",
  "exports.hoaxy":
    "Each tweet is a share, and the person whose tweet was passed on its parent: their latest tweet before is meant.",
  "exports.telegram":
    "Each message is a share, and the message that it answers its parent. A message forwarded from elsewhere names no parent that could be found; service messages are set aside.",
  "exports.x":
    "Each tweet is a share, and what it repeats, quotes or answers its parent. X names the first author of what was repeated, not who passed it on in between, so chains come out shorter than they were.",
  "exports.reddit":
    "Each post and comment is a share, and what a comment answers its parent, without t1_ and t3_. Deleted authors all have one name and count as one person.",
} as const;
