import { Choice } from "#components/cascade/choice.tsx";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Span } from "./use-brush.ts";
import { useIsStill } from "./use-is-still.ts";
import { SPEEDS, usePlayer } from "./use-player.ts";

/** Moves the end of the brush by itself, or a step at a press. */
export function TimelinePlayer(props: {
  span: Span;
  steps: number;
  onSpan: (span: Span) => void;
  /** Null where the brush spans all of the time already. */
  onWhole: (() => void) | null;
}) {
  const { span, steps, onSpan, onWhole } = props;
  const t = useTranslate();
  const isStill = useIsStill();
  function step(by: 1 | -1): boolean {
    onSpan([span[0], Math.max(span[0] + 1, span[1] + by)]);
    return span[1] + by < steps;
  }
  const player = usePlayer(() => step(1));
  function play() {
    if (span[1] >= steps) onSpan([span[0], span[0] + 1]);
    player.setPlaying(!player.isPlaying);
  }
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2 print:hidden">
      {isStill ? null : (
        <Button variant="secondary" onClick={play}>
          {t(player.isPlaying ? "explorer.pause" : "explorer.play")}
        </Button>
      )}
      <Button variant="quiet" disabled={span[1] <= span[0] + 1} onClick={() => step(-1)}>
        {t("explorer.stepBack")}
      </Button>
      <Button variant="quiet" disabled={span[1] >= steps} onClick={() => step(1)}>
        {t("explorer.stepOn")}
      </Button>
      {isStill ? null : (
        <Choice
          label={t("explorer.speed")}
          value={String(player.speed)}
          options={SPEEDS.map((speed) => ({ value: String(speed), label: `${speed}×` }))}
          onChange={(value) => player.setSpeed(SPEEDS.find((speed) => String(speed) === value) ?? 1)}
        />
      )}
      {onWhole === null ? null : (
        <Button variant="quiet" onClick={onWhole}>
          {t("explorer.wholeTime")}
        </Button>
      )}
    </div>
  );
}
