import { POST as upload } from "#app/api/w/[workspace]/imports/route.ts";
import { addNote } from "#app/w/_server/add-note.ts";
import { confirmLost } from "#app/w/_server/confirm-lost.ts";
import { deleteNote } from "#app/w/_server/delete-note.ts";
import { deleteSegment } from "#app/w/_server/delete-segment.ts";
import { mergeNames } from "#app/w/_server/merge-names.ts";
import { saveSegment } from "#app/w/_server/save-segment.ts";
import { undoMerge } from "#app/w/_server/undo-merge.ts";
import { setArchived } from "#app/w/[workspace]/campaigns/[campaign]/_actions/set-archived.ts";
import { block } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/block.ts";
import { emptyKept } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/empty-kept.ts";
import { endKey } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/end-key.ts";
import { exchangeKey } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/exchange-key.ts";
import { makeKey } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/make-key.ts";
import { makeLink } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/make-link.ts";
import { retryQuarantine } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/retry-quarantine.ts";
import { saveCollection } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/save-collection.ts";
import { switchCollection } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/switch-collection.ts";
import { switchLink } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/switch-link.ts";
import { unblock } from "#app/w/[workspace]/campaigns/[campaign]/collect/_actions/unblock.ts";
import { changeCampaign } from "#app/w/[workspace]/campaigns/[campaign]/edit/change-campaign.ts";
import { saveExperiment } from "#app/w/[workspace]/campaigns/[campaign]/edit/save-experiment.ts";
import { checkImport } from "#app/w/[workspace]/campaigns/[campaign]/import/_actions/check-import.ts";
import { moveImport } from "#app/w/[workspace]/campaigns/[campaign]/import/_actions/move-import.ts";
import { changeReport } from "#app/w/[workspace]/campaigns/[campaign]/reports/_actions/change-report.ts";
import { endReport } from "#app/w/[workspace]/campaigns/[campaign]/reports/_actions/end-report.ts";
import { makeReport } from "#app/w/[workspace]/campaigns/[campaign]/reports/_actions/make-report.ts";
import { renamePeople } from "#app/w/[workspace]/campaigns/[campaign]/reports/_actions/rename-people.ts";
import { addCampaign } from "#app/w/[workspace]/campaigns/new/add-campaign.ts";
import { backUpNow } from "#app/w/[workspace]/settings/backups/back-up-now.ts";
import { saveBackupPlan } from "#app/w/[workspace]/settings/backups/save-backup-plan.ts";
import { requireSecondFactor } from "#app/w/[workspace]/settings/security/require-second-factor.ts";
import { changeRole } from "#app/w/[workspace]/settings/team/_actions/change-role.ts";
import { invite } from "#app/w/[workspace]/settings/team/_actions/invite.ts";
import { remove } from "#app/w/[workspace]/settings/team/_actions/remove.ts";
import { revoke } from "#app/w/[workspace]/settings/team/_actions/revoke.ts";
import { GUEST } from "#db/queries/testing/fill-tenants.ts";
import { ROLES, type Role } from "#lib/access/permission.ts";
import type { ReportFormState } from "#lib/access/report-form.ts";

const TEAM: readonly Role[] = ["owner", "editor"];

const CAMPAIGN = {
  name: "new",
  description: "",
  tool: "app",
  startsOn: "",
  endsOn: "",
  spend: "",
  currency: "",
  audience: "",
  goal: "",
  planCountry: "",
  planCity: "",
  planAgeBand: "",
  planOccupation: "",
  planInterests: "",
};
const EXPERIMENT = { judgedOn: "", split: "A: 1, B: 2" };
const NOTE = { at: "2026-03-01T10:00", text: "new", kind: "post" };
const FILTERS = { name: "new", query: "where=channel:x" };
const COLLECTION = {
  targetUrl: "https://new.example/",
  origins: "",
  goalFrom: "page",
  cardTitle: "",
  cardText: "",
  cardImage: "",
};
const KEY = { name: "new" };
const SOURCE = { source: "https://new.example" };
const LINK = {
  name: "new",
  channel: "email",
  seedKind: "organic",
  targetUrl: "",
  source: "",
  medium: "",
  campaign: "",
  content: "",
  term: "",
};
const FILE = { body: "code,via,person,occurredAt\na,,p,2026-03-01" };
const COLUMNS = {
  "column.code": "c",
  "column.via": "v",
  "column.person": "p",
  "column.occurredAt": "t",
  zone: "Asia/Aden",
};
const REPORT = { name: "new", sections: "shares", dateMode: "free", theme: "light", locale: "" };
const REPORT_SHOWN: ReportFormState = {
  values: {
    name: "",
    notes: "",
    sections: [],
    dateMode: "free",
    fromDay: "",
    toDay: "",
    expiresOn: "",
    aliases: true,
    csv: false,
    previewCard: false,
    locale: "",
    theme: "light",
    embedOrigins: "",
  },
  errors: {},
};
const INVITED = { email: "", role: "client", campaigns: "1" };
const EDITOR = { role: "editor" };
const BACKUPS = { everyHours: "6", keep: "7", alarmHours: "12" };
const shown = <Values>(values: Values) => ({ values, errors: {} });

/** A way to write into a workspace, whose things all have the id 1. */
export interface Writer {
  readonly write: { readonly name: string };
  readonly may: readonly Role[];
  /** Fields of a form that is sound. */
  readonly sound: Readonly<Record<string, string>>;
  readonly send: (form: FormData, workspace: string) => Promise<unknown>;
}

function writer(
  write: Writer["write"],
  may: Writer["may"],
  sound: Writer["sound"],
  send: Writer["send"],
): Writer {
  return { write, may, sound, send };
}

export const WRITERS: readonly Writer[] = [
  writer(addCampaign, TEAM, CAMPAIGN, (form, w) => addCampaign(w, shown(CAMPAIGN), form)),
  writer(changeCampaign, TEAM, CAMPAIGN, (form, w) => changeCampaign(w, 1, shown(CAMPAIGN), form)),
  writer(saveExperiment, TEAM, EXPERIMENT, (form, w) => saveExperiment(w, 1, shown(EXPERIMENT), form)),
  writer(setArchived, TEAM, {}, (_, w) => setArchived(w, 1, true)),
  writer(addNote, TEAM, NOTE, (form, w) => addNote(w, 1, shown(NOTE), form)),
  writer(deleteNote, TEAM, { note: "1" }, (form, w) => deleteNote(w, 1, form)),
  writer(saveSegment, TEAM, { ...FILTERS, shared: "on" }, (form, w) => saveSegment(w, 1, form)),
  writer(saveSegment, ROLES, FILTERS, (form, w) => saveSegment(w, 1, form)),
  writer(deleteSegment, TEAM, { segment: "1" }, (form, w) => deleteSegment(w, 1, form)),
  writer(mergeNames, TEAM, { name: "new", channel: "email" }, (form, w) =>
    mergeNames(w, "/", shown({ channel: "" }), form),
  ),
  writer(undoMerge, TEAM, { name: "canary-name" }, (form, w) => undoMerge(w, "/", form)),
  writer(saveCollection, TEAM, COLLECTION, (form, w) => saveCollection(w, 1, shown(COLLECTION), form)),
  writer(makeKey, TEAM, KEY, (form, w) => makeKey(w, 1, "/", shown(KEY), form)),
  writer(endKey, TEAM, { key: "1" }, (form, w) => endKey(w, "/", form)),
  writer(makeLink, TEAM, LINK, (form, w) => makeLink(w, 1, shown(LINK), form)),
  writer(switchLink, TEAM, { link: "1", way: "pause" }, (form, w) => switchLink(w, "/", form)),
  writer(retryQuarantine, TEAM, {}, (_, w) => retryQuarantine(w, 1, "/")),
  writer(switchCollection, TEAM, { way: "pause" }, (form, w) => switchCollection(w, 1, "/", form)),
  writer(exchangeKey, TEAM, { kind: "signing", hours: "24" }, (form, w) => exchangeKey(w, 1, "/", form)),
  writer(exchangeKey, TEAM, { kind: "stem" }, (form, w) => exchangeKey(w, 1, "/", form)),
  writer(block, TEAM, SOURCE, (form, w) => block(w, 1, "/", shown(SOURCE), form)),
  writer(unblock, TEAM, { block: "1" }, (form, w) => unblock(w, 1, "/", form)),
  writer(emptyKept, TEAM, { reason: "missing" }, (form, w) => emptyKept(w, 1, "/", form)),
  writer(upload, TEAM, FILE, (form, workspace) => {
    const url = `http://intishar.test/api/w/${workspace}/imports?campaign=1`;
    const body = String(form.get("body") ?? "");
    return upload(new Request(url, { method: "POST", body }), { params: Promise.resolve({ workspace }) });
  }),
  writer(checkImport, TEAM, COLUMNS, (form, workspace) =>
    checkImport({ workspace, campaign: "1", importId: 1 }, {}, form),
  ),
  writer(moveImport, TEAM, {}, (form, workspace) =>
    moveImport({ workspace, campaign: "1", importId: 1, step: "discard" }, null, form),
  ),
  writer(makeReport, TEAM, REPORT, (form, w) => makeReport(w, 1, REPORT_SHOWN, form)),
  writer(changeReport, TEAM, REPORT, (form, workspace) =>
    changeReport({ workspace, campaignId: 1, reportId: 1 }, REPORT_SHOWN, form),
  ),
  writer(renamePeople, TEAM, { report: "1" }, (form, w) => renamePeople(w, "/", form)),
  writer(endReport, TEAM, { report: "1" }, (form, w) => endReport(w, "revoke", "/", form)),
  writer(endReport, TEAM, { report: "1" }, (form, w) => endReport(w, "delete", "/", form)),
  writer(invite, ["owner"], INVITED, (form, w) => invite(w, shown(INVITED), form)),
  writer(revoke, ["owner"], { invitation: "1" }, (form, w) => revoke(w, form)),
  writer(changeRole, ["owner"], EDITOR, (form, w) => changeRole(w, GUEST, shown(INVITED), form)),
  writer(remove, ["owner"], {}, (_, w) => remove(w, GUEST, null)),
];

/** What owners change of the installation itself, whatever their workspace, and of who may enter that. */
export const OPERATIONS: readonly Writer[] = [
  writer(saveBackupPlan, ["owner"], BACKUPS, (form, w) => saveBackupPlan(w, shown(BACKUPS), form)),
  writer(backUpNow, ["owner"], {}, (_, w) => backUpNow(w)),
  writer(confirmLost, ["owner"], {}, (_, w) => confirmLost(w)),
  writer(requireSecondFactor, ["owner"], { way: "on" }, (form, w) => requireSecondFactor(w, form)),
];
