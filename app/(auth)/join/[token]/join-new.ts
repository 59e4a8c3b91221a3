"use server";

import { redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { signInHere } from "#app/_server/sign-in-here.ts";
import { typed } from "#app/w/_server/form-state.ts";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { findInvitation, joinAsNew } from "#db/auth-store/invitation.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import { canonicalEmail } from "#lib/domain/canonical-email.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { passwordFault } from "#lib/domain/password-fault.ts";
import { cleanName } from "#lib/domain/person-name.ts";
import type { JoinField } from "./join-form.tsx";

/** Makes an account and a member by the invitation, and signs this browser in; tells what is wrong with the form. */
export const joinNew = action(
  [Sent.token, Sent.before, Sent.form],
  async function joinNew(token, _before, form): Promise<FormState<JoinField>> {
    const db = currentDatabase();
    const page = `/join/${token}`;
    // Before any hashing: a stranger must not make the server work.
    const invitation = findInvitation(db, token, Date.now());
    if (invitation === null) redirect(page);
    const t = await requestTranslate();
    const values = typed(form, ["name", "email", "password"]);
    const refuse = (errors: FormState<JoinField>["errors"]) => ({
      values: { ...values, password: "" },
      errors,
    });
    const email = canonicalEmail(values.email);
    const name = cleanName(values.name);
    const fault = passwordFault(values.password, email ?? "");
    if (email === null) return refuse({ email: t("auth.fault.email") });
    if (name === undefined) return refuse({ name: t("team.fault.name") });
    if (fault !== null) return refuse({ password: t(`auth.fault.password.${fault}`) });
    if (invitation.email !== null && invitation.email !== email)
      return refuse({ email: t("team.join.fault.other") });
    const passwordHash = await hashPassword(values.password);
    let joined: ReturnType<typeof joinAsNew>;
    try {
      joined = await whenFree(() => joinAsNew(db, { token, email, name, passwordHash, now: Date.now() }));
    } catch (error) {
      if (error instanceof NotFoundError) redirect(page);
      if (error instanceof ConflictError)
        return refuse({
          email: t(error.reason === "taken" ? "team.join.fault.taken" : "team.join.fault.other"),
        });
      throw error;
    }
    await signInHere({ userId: joined.userId, email });
    redirect(`/w/${joined.workspaceSlug}`);
  },
);
