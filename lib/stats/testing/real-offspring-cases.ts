/** Names of the cases made of real cascades, so that a checkout without them says which it left out. */
export const REAL_OFFSPRING_CASES = [
  "weibo pooled, all non-root shares",
  "weibo pooled rumor, non-root shares",
  "weibo pooled non-rumor, non-root shares",
  "weibo root shares (seeds) offspring",
  "weibo c17abdcc36 non-root shares",
  "weibo c22d13c081 non-root shares",
  "weibo c7bb5a7971 non-root shares",
  "weibo c51225ef15 non-root shares",
  "weibo cd4d61f304 non-root shares",
  "weibo c81c299cff non-root shares",
] as const;
