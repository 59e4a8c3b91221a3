import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { surfaceClass } from "#components/ui/surface-class.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import type { SideChoice } from "#lib/metrics/dashboard/compared-side.ts";

/** What to lay side by side; a plain form, so that the address holds it and it works without scripts. */
export function SideForm(props: {
  first: SideChoice;
  second: SideChoice;
  campaigns: readonly { readonly id: number; readonly name: string }[];
  channels: readonly string[];
  action: string;
  t: Translate;
}) {
  const { first, second, campaigns, channels, action, t } = props;
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
      {sides.map(({ name, label, choice }) => (
        <Field key={name} label={label} name={name}>
          <select
            id={name}
            name={name}
            defaultValue={codeOf(choice)}
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
            {choice.kind === "branch" ? (
              <optgroup label={t("compare.kind.branch")}>
                <option value={codeOf(choice)}>{t("compare.branch", { code: choice.code })}</option>
              </optgroup>
            ) : null}
          </select>
        </Field>
      ))}
      <Button type="submit" variant="secondary">
        {t("compare.show")}
      </Button>
    </form>
  );
}

function codeOf(choice: SideChoice): string {
  if (choice.kind === "campaign") return `campaign-${choice.campaignId}`;
  return choice.kind === "channel" ? `channel:${choice.channel}` : `branch:${choice.code}`;
}
