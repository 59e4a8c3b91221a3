/** What stands where a page failed, apart from the rest: it is loaded with every page, in every language. */
export const failure = {
  "error.title": "Something went wrong",
  "error.text": "The page could not be shown. Nothing was lost; try again, or go back to your campaigns.",
  "error.retry": "Try again",
} as const;
