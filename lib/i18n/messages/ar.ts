import { auth } from "./ar/auth.ts";
import { campaigns } from "./ar/campaigns.ts";
import { cascades } from "./ar/cascades.ts";
import { collect } from "./ar/collect.ts";
import { columns } from "./ar/columns.ts";
import { comparisons } from "./ar/comparisons.ts";
import { dashboards } from "./ar/dashboards.ts";
import { explorer } from "./ar/explorer.ts";
import { exports } from "./ar/exports.ts";
import { failure } from "./ar/failure.ts";
import { forecast } from "./ar/forecast.ts";
import { imports } from "./ar/imports.ts";
import { metrics } from "./ar/metrics.ts";
import { numbers } from "./ar/numbers.ts";
import { operations } from "./ar/operations.ts";
import { parents } from "./ar/parents.ts";
import { people } from "./ar/people.ts";
import { pictures } from "./ar/pictures.ts";
import { query } from "./ar/query.ts";
import { reports } from "./ar/reports.ts";
import { security } from "./ar/security.ts";
import { server } from "./ar/server.ts";
import { sharers } from "./ar/sharers.ts";
import { shell } from "./ar/shell.ts";
import { team } from "./ar/team.ts";
import type { Messages } from "./messages.ts";

export const ar = {
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
} as const satisfies Messages;
