import { canonicalEmail } from "#lib/domain/canonical-email.ts";
import { passwordFault } from "#lib/domain/password-fault.ts";
import { timeZones } from "#lib/time/time-zones.ts";
import type { SetUpState } from "./set-up-state.ts";

const LONGEST_NAME = 80;

/** What the set-up form asks for, checked. */
export interface SetUpInput {
  email: string;
  password: string;
  workspaceName: string;
  zone: string;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Reads the set-up form: its input, or the state that shows every fault at once. */
export function readSetUp(form: FormData): { input: SetUpInput } | { state: SetUpState } {
  const typed = textOf(form, "email").trim();
  const email = canonicalEmail(typed);
  const password = textOf(form, "password");
  const workspaceName = textOf(form, "workspaceName").normalize("NFC").replace(/\s+/g, " ").trim();
  const zone = textOf(form, "zone");
  const fault = passwordFault(password, email ?? "");
  const isNamed = workspaceName !== "" && workspaceName.length <= LONGEST_NAME;
  const isZone = timeZones().includes(zone);
  if (email !== null && fault === null && isNamed && isZone) {
    return { input: { email, password, workspaceName, zone } };
  }
  const faults: SetUpState["faults"] = {
    ...(email === null ? { email: "auth.fault.email" } : {}),
    ...(fault === null ? {} : { password: `auth.fault.password.${fault}` }),
    ...(isNamed ? {} : { workspaceName: "auth.fault.workspaceName" }),
    ...(isZone ? {} : { zone: "auth.fault.zone" }),
  };
  return { state: { values: { email: typed, workspaceName, zone: isZone ? zone : null }, faults } };
}
