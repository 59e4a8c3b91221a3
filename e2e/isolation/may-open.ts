const CAMPAIGN = "campaigns/[campaign]";
export const OWNERS = "owners";
const TEAM = "team";
export const ALL = "all";
/** Of whoever is signed in, and about themselves. */
export const OWN = "own";

/** Who of a workspace may open which page, and which address of `api/` that can be asked. */
export const MAY_OPEN: Readonly<Record<string, typeof OWNERS | typeof TEAM | typeof ALL | typeof OWN>> = {
  "w/page.tsx": OWN,
  "w/[workspace]/page.tsx": ALL,
  "w/[workspace]/definitions/page.tsx": ALL,
  "w/[workspace]/tools/page.tsx": ALL,
  "w/[workspace]/settings/backups/page.tsx": OWNERS,
  "w/[workspace]/settings/security/page.tsx": OWNERS,
  "w/[workspace]/settings/team/page.tsx": OWNERS,
  "w/[workspace]/settings/team/[member]/page.tsx": OWNERS,
  "w/[workspace]/campaigns/new/page.tsx": TEAM,
  [`w/[workspace]/${CAMPAIGN}/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/edit/page.tsx`]: TEAM,
  [`w/[workspace]/${CAMPAIGN}/audience/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/cascades/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/cascades/[root]/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/channels/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/cohorts/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/collect/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/collect/controls/page.tsx`]: TEAM,
  [`w/[workspace]/${CAMPAIGN}/collect/new/page.tsx`]: TEAM,
  [`w/[workspace]/${CAMPAIGN}/collect/quality/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/collect/set-up/page.tsx`]: TEAM,
  [`w/[workspace]/${CAMPAIGN}/compare/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/forecast/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/funnel/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/import/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/import/[import]/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/live/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/numbers/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/reports/page.tsx`]: TEAM,
  [`w/[workspace]/${CAMPAIGN}/reports/new/page.tsx`]: TEAM,
  [`w/[workspace]/${CAMPAIGN}/reports/[report]/page.tsx`]: TEAM,
  [`w/[workspace]/${CAMPAIGN}/sharers/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/sharers/[person]/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/value/page.tsx`]: ALL,
  [`w/[workspace]/${CAMPAIGN}/viral-coefficient/page.tsx`]: ALL,
  "api/w/[workspace]/campaigns/route.ts": ALL,
  "api/w/[workspace]/tools/[table]/route.ts": ALL,
  "api/w/[workspace]/imports/[import]/route.ts": ALL,
  "api/w/[workspace]/imports/[import]/errors/route.ts": ALL,
  [`api/w/[workspace]/${CAMPAIGN}/csv/[table]/route.ts`]: ALL,
  [`api/w/[workspace]/${CAMPAIGN}/events/route.ts`]: ALL,
  [`api/w/[workspace]/${CAMPAIGN}/facets/route.ts`]: ALL,
  [`api/w/[workspace]/${CAMPAIGN}/intake/route.ts`]: ALL,
  [`api/w/[workspace]/${CAMPAIGN}/links/[link]/qr/route.ts`]: ALL,
  [`api/w/[workspace]/${CAMPAIGN}/live/route.ts`]: ALL,
  [`api/w/[workspace]/${CAMPAIGN}/sharers/route.ts`]: ALL,
  [`api/w/[workspace]/${CAMPAIGN}/zip/route.ts`]: ALL,
};
/** Takes files and is asked nothing; app/roles.test.ts sends it some. */
export const TAKES_ONLY = ["api/w/[workspace]/imports/route.ts"];
