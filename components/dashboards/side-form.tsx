import { HiddenQuery } from "#components/query/hidden-query.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { surfaceClass } from "#components/ui/surface-class.ts";
import type { SideChoice } from "#lib/answers/compare/compared-side.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** What to lay side by side; a plain form, so that the address holds it and it works without scripts. */
export function SideForm(props: {
  first: SideChoice;
  second: SideChoice;
  campaigns: readonly { readonly id: number; readonly name: string }[];
  channels: readonly string[];
  action: string;
  /** The question of the page, as an address writes it. */
  asked: string;
  t: Translate;
}) {
  const { first, second, campaigns, channels, action, asked, t } = props;
  const sides = [
    { name: "a", label: t("compare.first"), choice: first },
    { name: "b", label: t("compare.second"), choice: second },
  ];
  return (
    <form
      method="get"
      action={action}
      className={`${surfaceClass} grid items-end gap-4 p-4 sm:grid-cols-[1fr_1fr_auto] print:hidden`}
    >
      <HiddenQuery asked={asked} />
      {sides.map(({ name, label, choice }) => (
        <div key={name} className="grid gap-3">
          <Field label={label} name={name}>
            <select
              id={name}
              name={name}
              defaultValue={codeOf(choice) ?? undefined}
              key={codeOf(choice)}
              className={inputClass}
            >
              <optgroup label={t("compare.kind.campaign")}>
                {campaigns.map(({ id, name: title }) => (
                  <option key={id} value={`campaign-${id}`}>
                    {title}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t("compare.kind.channel")}>
                {channels.map((channel) => (
                  <option key={channel} value={`channel:${channel}`}>
                    {t("compare.channel", { channel })}
                  </option>
                ))}
              </optgroup>
            </select>
          </Field>
          <Field label={t("compare.branch.other")} name={`${name}-branch`}>
            <input
              id={`${name}-branch`}
              name={`${name}-branch`}
              dir="ltr"
              defaultValue={choice.kind === "branch" ? choice.code : ""}
              maxLength={200}
              className={inputClass}
            />
          </Field>
        </div>
      ))}
      <Button type="submit" variant="secondary">
        {t("compare.show")}
      </Button>
    </form>
  );
}

/** The choice as the select has it; null for a branch, which is typed. */
function codeOf(choice: SideChoice): string | null {
  if (choice.kind === "branch") return null;
  return choice.kind === "campaign" ? `campaign-${choice.campaignId}` : `channel:${choice.channel}`;
}
