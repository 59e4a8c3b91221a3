import { faultyState } from "#app/w/_server/form-state.ts";
import { MembershipInput } from "#lib/access/membership.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import type { MemberField } from "#lib/domain/member-form.ts";

/** Reads role and campaigns of a form, or the form again with what is wrong with them. */
export async function readMember(
  form: FormData,
): Promise<
  { values: Record<MemberField, string> } & ({ input: MembershipInput } | { state: FormState<MemberField> })
> {
  const campaigns = form.getAll("campaigns").map(String);
  const values = {
    email: String(form.get("email") ?? "").trim(),
    role: String(form.get("role") ?? ""),
    campaigns: campaigns.join(),
  };
  const read = MembershipInput.safeParse({ role: values.role, campaigns: campaigns.map(Number) });
  if (read.success) return { values, input: read.data };
  return { values, state: await faultyState(values, read.error.issues) };
}
