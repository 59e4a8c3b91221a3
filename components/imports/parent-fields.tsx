"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { LOOSENINGS, type ParentChoice } from "#lib/domain/parent-report.ts";

const BY_CODE: ParentChoice = { is: "share", ignore: [] };

/** What the parents of a file mean, and what does not matter in them. */
export function ParentFields(props: {
  choice: ParentChoice | undefined;
  onChoice: (choice: ParentChoice | undefined) => void;
}) {
  const t = useTranslate();
  const choice = props.choice ?? BY_CODE;
  const choose = (changed: ParentChoice) =>
    props.onChoice(changed.is === "share" && changed.ignore.length === 0 ? undefined : changed);
  return (
    <>
      <Field label={t("parents.is")} name="parents">
        <select
          id="parents"
          name="parents"
          value={choice.is}
          onChange={({ target }) => choose({ ...choice, is: target.value === "person" ? "person" : "share" })}
          className={inputClass}
        >
          <option value="share">{t("parents.is.share")}</option>
          <option value="person">{t("parents.is.person")}</option>
        </select>
      </Field>
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t("parents.ignore")}</legend>
        {LOOSENINGS.map((one) => (
          <label key={one} className="flex items-center gap-2 py-1 text-sm">
            <input
              type="checkbox"
              name="parents.ignore"
              value={one}
              checked={choice.ignore.includes(one)}
              onChange={({ target }) =>
                choose({
                  ...choice,
                  ignore: LOOSENINGS.filter((known) =>
                    known === one ? target.checked : choice.ignore.includes(known),
                  ),
                })
              }
            />
            {t(`parents.ignore.${one}`)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
