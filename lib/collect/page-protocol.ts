// What the script on a campaign's pages and the server agree on. It imports nothing: the script carries it along.

/** The parameter by which a code reaches a landing page. */
export const CODE_PARAMETER = "ish";
/** Between a code in that parameter and what the redirect says of the visit; nothing: it has not recorded it. */
export const VISIT_MARK = ".";
/** Behind the mark: the redirect has recorded the visit. */
export const RECORDED = "r";
/** Behind the mark: the redirect may yet record the visit, whose id this is. The page reports it under the same. */
export const VISIT_ID = /^[0-9a-f-]{36}$/;
/** Letters at the start of a code that say whose campaign it is of. */
export const STEM_LENGTH = 4;
/** Before the stem in the key that the script is given. */
export const PUBLIC_KEY_START = "ipk_";
/** Between the stem and the rest of a code that no server signed. */
export const UNSIGNED_MARK = "-";
