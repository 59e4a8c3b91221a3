import { passkeyChallenge } from "#app/_server/passkey-challenge.ts";
import { chooseCsv, chooseLanguage, chooseTheme } from "#app/_server/preferences.ts";
import { signOut } from "#app/_server/sign-out.ts";
import { join } from "#app/(auth)/join/[token]/join.ts";
import { joinNew } from "#app/(auth)/join/[token]/join-new.ts";
import { submitReset } from "#app/(auth)/reset-password/[token]/submit-reset.ts";
import { submitSetUp } from "#app/(auth)/set-up/[token]/submit-set-up.ts";
import { begin } from "#app/(auth)/sign-in/begin.ts";
import { endOneSession } from "#app/account/end-one-session.ts";
import { endOtherSessions } from "#app/account/end-other-sessions.ts";
import { endTrustIn } from "#app/account/end-trust-in.ts";
import { leave } from "#app/account/leave.ts";
import { confirmTotp } from "#app/account/security/_actions/confirm-totp.ts";
import { forgetPasskey } from "#app/account/security/_actions/forget-passkey.ts";
import { keepPasskey } from "#app/account/security/_actions/keep-passkey.ts";
import { makeCodes } from "#app/account/security/_actions/make-codes.ts";
import { newPasskeyChallenge } from "#app/account/security/_actions/new-passkey-challenge.ts";
import { prove } from "#app/account/security/_actions/prove.ts";
import { proveByPasskey } from "#app/account/security/_actions/prove-by-passkey.ts";
import { setUpTotp } from "#app/account/security/_actions/set-up-totp.ts";
import { turnOffTotp } from "#app/account/security/_actions/turn-off-totp.ts";
import { unlinkSignIn } from "#app/account/security/_actions/unlink-sign-in.ts";
import { POST as signIn } from "#app/api/auth/[...nextauth]/route.ts";
import { unlockReport } from "#app/r/_server/unlock-report.ts";
import { addWorkspace } from "#app/w/_server/add-workspace.ts";
import { rereadImport } from "#app/w/[workspace]/campaigns/[campaign]/import/_actions/reread-import.ts";
import { transfer } from "#app/w/[workspace]/settings/team/_actions/transfer.ts";

/** What needs an upload that lies there; app/reread-import.test.ts sends them. */
export const UPLOAD_ACTIONS: readonly unknown[] = [rereadImport];

/** What one does for oneself, or with one's password; app/team-actions.test.ts sends them. */
export const TEAM_ACTIONS: readonly unknown[] = [addWorkspace, join, joinNew, leave, transfer];

/** What a person changes for their own browser or account, whatever they may in which workspace. */
export const OWN: readonly ((form: FormData) => Promise<unknown>)[] = [
  chooseCsv,
  chooseLanguage,
  chooseTheme,
  confirmTotp,
  forgetPasskey,
  keepPasskey,
  makeCodes,
  newPasskeyChallenge,
  prove,
  proveByPasskey,
  setUpTotp,
  turnOffTotp,
  unlinkSignIn,
  endTrustIn,
  endOneSession,
  endOtherSessions,
  signOut,
];

const NOBODY = { email: "", workspaceName: "", zone: "" };

/** What asks for a token, and never for who is signed in; each with a token that is wrong. */
export const TOKENS: readonly { readonly write: { readonly name: string }; call(): Promise<unknown> }[] = [
  { write: submitSetUp, call: () => submitSetUp("wrong", { values: NOBODY, faults: {} }, new FormData()) },
  { write: submitReset, call: () => submitReset("wrong", { fault: null }, new FormData()) },
  { write: unlockReport, call: () => unlockReport("wrong", null, new FormData()) },
];

/** What anybody may ask for who has yet to sign in. */
export const STRANGERS: readonly { readonly write: { readonly name: string }; call(): Promise<unknown> }[] = [
  { write: begin, call: () => begin({ email: "nobody@example.org", password: "wrong" }) },
  { write: passkeyChallenge, call: () => passkeyChallenge("passkey-sign-in") },
];

/** Asks for a password; what it refuses stands in auth-options.test.ts. */
export const SIGN_IN = signIn;
