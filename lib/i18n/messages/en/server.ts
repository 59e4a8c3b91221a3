/** What the server says itself, where no page of the app can be shown. */
export const server = {
  "server.busy.title": "Too many people at once",
  "server.busy.text": "Nothing was lost, and shares are still being collected. Try again in a few seconds.",
  "server.starting.title": "The pages are starting again",
  "server.starting.text":
    "Nothing was lost, and shares are still being collected. Try again in a few seconds.",
} as const;
