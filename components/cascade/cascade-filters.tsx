import { HiddenQuery } from "#components/query/hidden-query.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { CascadeFilter } from "#lib/explorer/cascade-sort.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Narrows the list; a plain GET form, so that the URL holds the filters and works without scripts. */
export function CascadeFilters(props: {
  filter: CascadeFilter;
  channels: readonly string[];
  clearHref: string;
  t: Translate;
}) {
  const { filter, channels, clearHref, t } = props;
  const tree = filter.seeded === undefined ? "" : filter.seeded ? "seed" : "orphan";
  return (
    <form
      method="get"
      action={clearHref}
      aria-label={t("cascades.filter.label")}
      className="mb-4 grid grid-cols-2 items-end gap-3 sm:flex print:hidden"
    >
      <HiddenQuery asked={filter.asked} />
      {filter.view === "forest" ? <input type="hidden" name="view" value="forest" /> : null}
      {filter.sort === "size" ? null : <input type="hidden" name="sort" value={filter.sort} />}
      {filter.order === "desc" ? null : <input type="hidden" name="order" value={filter.order} />}
      <Field label={t("cascades.filter.channel")} name="channel">
        <select id="channel" name="channel" className={inputClass} defaultValue={filter.channel ?? ""}>
          <option value="">{t("cascades.filter.anyChannel")}</option>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channel}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t("cascades.filter.tree")} name="tree">
        <select id="tree" name="tree" className={inputClass} defaultValue={tree}>
          <option value="">{t("cascades.filter.anyTree")}</option>
          <option value="seed">{t("cascades.filter.seed")}</option>
          <option value="orphan">{t("cascades.filter.orphan")}</option>
        </select>
      </Field>
      <div className="sm:w-32">
        <Field label={t("cascades.filter.minSize")} name="minSize">
          <input
            id="minSize"
            name="minSize"
            type="number"
            min={1}
            max={999_999_999}
            dir="ltr"
            className={inputClass}
            defaultValue={filter.minSize ?? ""}
          />
        </Field>
      </div>
      <button type="submit" className={buttonClass("secondary")}>
        {t("cascades.filter.apply")}
      </button>
    </form>
  );
}
