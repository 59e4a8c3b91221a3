import { auth } from "./en/auth.ts";
import { campaigns } from "./en/campaigns.ts";
import { cascades } from "./en/cascades.ts";
import { collect } from "./en/collect.ts";
import { columns } from "./en/columns.ts";
import { comparisons } from "./en/comparisons.ts";
import { dashboards } from "./en/dashboards.ts";
import { explorer } from "./en/explorer.ts";
import { exports } from "./en/exports.ts";
import { failure } from "./en/failure.ts";
import { forecast } from "./en/forecast.ts";
import { imports } from "./en/imports.ts";
import { metrics } from "./en/metrics.ts";
import { numbers } from "./en/numbers.ts";
import { operations } from "./en/operations.ts";
import { parents } from "./en/parents.ts";
import { people } from "./en/people.ts";
import { pictures } from "./en/pictures.ts";
import { query } from "./en/query.ts";
import { reports } from "./en/reports.ts";
import { security } from "./en/security.ts";
import { server } from "./en/server.ts";
import { sharers } from "./en/sharers.ts";
import { shell } from "./en/shell.ts";
import { team } from "./en/team.ts";

/** English: the language in which messages are written first. */
export const en = {
  ...shell,
  ...failure,
  ...server,
  ...auth,
  ...team,
  ...security,
  ...campaigns,
  ...cascades,
  ...imports,
  ...exports,
  ...columns,
  ...parents,
  ...metrics,
  ...forecast,
  ...sharers,
  ...reports,
  ...numbers,
  ...pictures,
  ...explorer,
  ...collect,
  ...query,
  ...comparisons,
  ...dashboards,
  ...people,
  ...operations,
} as const;
