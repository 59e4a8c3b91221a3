// What the script on a campaign's pages and the server agree on. It imports nothing: the script carries it along.

/** The parameter by which a code reaches a landing page. */
export const CODE_PARAMETER = "ish";
/** Behind a code in that parameter: the redirect has recorded the visit. */
export const RECORDED = ".r";
/** Letters at the start of a code that say whose campaign it is of. */
export const STEM_LENGTH = 4;
/** Before the stem in the key that the script is given. */
export const PUBLIC_KEY_START = "ipk_";
/** Between the stem and the rest of a code that no server signed. */
export const UNSIGNED_MARK = "-";
