"use client";

import { SelectField } from "#components/forms/select-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { canonicalChannel } from "#lib/domain/canonical-channel.ts";
import { CHANNELS } from "#lib/domain/channel.ts";
import { type ChannelMerge, isKnownChannel } from "#lib/domain/channel-merge.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import { formatNumber } from "#lib/format/format-number.ts";

interface UnknownChannelsProps {
  readonly channels: readonly { readonly channel: string; readonly shares: number }[];
  readonly merges: readonly ChannelMerge[];
  /** Null for whoever may only look. */
  readonly actions: {
    readonly merge: FormAction<"channel">;
    readonly undo: (form: FormData) => Promise<void>;
  } | null;
}

/** Channels that are none we know, to be counted as others in one press, and those that are; nothing without either. */
export function UnknownChannels({ channels, merges, actions }: UnknownChannelsProps) {
  const { locale, t } = useLanguage();
  const unknown = channels.filter(({ channel }) => !isKnownChannel(channel));
  if (unknown.length === 0 && merges.length === 0) return null;
  const count = (shares: number) => formatNumber(shares, locale);
  return (
    <Card title={t("channels.unknown.title")} note={t("channels.unknown.text")}>
      <div className="grid grid-cols-1 gap-5">
        {unknown.length === 0 ? null : actions === null ? (
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {unknown.map(({ channel, shares }) => (
              <span key={channel}>
                <bdi>{channel}</bdi> ({count(shares)})
              </span>
            ))}
          </p>
        ) : (
          <MergeForm merge={actions.merge} {...{ channels, unknown, count }} />
        )}
        {merges.length === 0 ? null : (
          <ul className="grid gap-2" aria-label={t("channels.unknown.merged")}>
            {merges.map(({ name, channel }) => (
              <li key={name} className="flex flex-wrap items-center gap-3 text-sm">
                <span className="min-w-0 break-words">
                  {t("channels.unknown.counts", { name: isolated(name), channel: isolated(channel) })}
                </span>
                {actions === null ? null : (
                  <form action={actions.undo}>
                    <input type="hidden" name="name" value={name} />
                    <Button
                      type="submit"
                      variant="secondary"
                      aria-label={t("channels.unknown.undoNamed", { name })}
                      className="!px-2.5 !py-1.5 !text-xs"
                    >
                      {t("channels.unknown.undo")}
                    </Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

/** A name among words of another script. */
const isolated = (name: string) => `\u2068${name}\u2069`;

function MergeForm(props: {
  merge: FormAction<"channel">;
  channels: UnknownChannelsProps["channels"];
  unknown: UnknownChannelsProps["channels"];
  count: (shares: number) => string;
}) {
  const { merge, channels, unknown, count } = props;
  const { t } = useLanguage();
  const { state, isPending, form } = useForm(merge, { channel: "" });
  const guesses = new Set(unknown.map(({ channel }) => canonicalChannel(channel)).filter(isKnownChannel));
  const [guess = ""] = guesses.size === 1 ? guesses : [];
  const targets = [...new Set([...CHANNELS, ...channels.map(({ channel }) => channel)])];
  const options = [
    { value: "", label: t("channels.unknown.choose") },
    ...targets.map((value) => ({ value, label: value })),
  ];
  return (
    <form {...form} className="grid grid-cols-1 gap-4">
      <fieldset className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        <legend className="mb-2 text-sm font-medium">{t("channels.unknown.names")}</legend>
        {unknown.map(({ channel, shares }) => (
          <label key={channel} className="inline-flex min-w-0 items-center gap-2">
            <input
              type="checkbox"
              name="name"
              value={channel}
              defaultChecked={unknown.length === 1}
              className="h-4 w-4 accent-teal-700"
            />
            <span className="min-w-0 break-words">
              <bdi>{channel}</bdi> ({count(shares)})
            </span>
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-start gap-3">
        <div className="w-full max-w-60">
          <SelectField
            name="channel"
            label={t("channels.unknown.into")}
            defaultValue={state.values.channel === "" ? guess : state.values.channel}
            error={state.errors.channel}
            options={options}
          />
        </div>
        <Button type="submit" disabled={isPending} className="mt-7">
          {t("channels.unknown.merge")}
        </Button>
      </div>
    </form>
  );
}
