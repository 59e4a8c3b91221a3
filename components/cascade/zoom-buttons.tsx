import { useTranslate } from "#components/i18n/translate-provider.tsx";

const buttonClass =
  "size-7 rounded-md border border-slate-300 bg-white/90 text-sm leading-none text-slate-700 hover:bg-slate-100 disabled:opacity-40 dark:border-slate-700 dark:bg-slate-900/90 dark:text-slate-200 dark:hover:bg-slate-800";

/** Magnifies the picture around its middle, or shows all of it again. */
export function ZoomButtons(props: { zoom: number; onZoom: (factor: number) => void; onReset: () => void }) {
  const { zoom, onZoom, onReset } = props;
  const t = useTranslate();
  const buttons = [
    { sign: "+", name: t("cascades.zoom.in"), isIdle: false, press: () => onZoom(1.5) },
    { sign: "−", name: t("cascades.zoom.out"), isIdle: zoom === 1, press: () => onZoom(1 / 1.5) },
    { sign: "⟲", name: t("cascades.zoom.reset"), isIdle: zoom === 1, press: onReset },
  ];
  return (
    <div className="absolute end-0 top-0 flex gap-1">
      {buttons.map(({ sign, name, isIdle, press }) => (
        <button
          key={sign}
          type="button"
          aria-label={name}
          title={name}
          disabled={isIdle}
          onClick={press}
          className={buttonClass}
        >
          {sign}
        </button>
      ))}
    </div>
  );
}
