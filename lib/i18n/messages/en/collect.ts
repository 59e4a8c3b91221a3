/** Collecting as it happens: set-up, links, live, quality. */
export const collect = {
  "collect.notice.unknown.title": "This link leads nowhere",
  "collect.notice.unknown.text": "Part of it may be missing. Open it again from the message that it came in.",
  "collect.notice.paused.title": "This link is paused",
  "collect.notice.paused.text": "Whoever handed it out has stopped it for now. Ask them for another one.",
} as const;
