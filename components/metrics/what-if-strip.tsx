"use client";

import { useId, useState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { type Scenario, whatIf } from "#lib/estimators/what-if.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { Slider } from "./slider.tsx";
import { WhatIfResult } from "./what-if-result.tsx";

const GENERATIONS = 8;

/** Sliders over K, K0, seeds and the audience, and the expected size that follows from them. */
export function WhatIfStrip({ k, k0, seeds }: { k: number; k0: number; seeds: number }) {
  const { t } = useLanguage();
  const measured = { k, k0, seeds, cap: null, generations: GENERATIONS };
  const [scenario, setScenario] = useState<Scenario>(measured);
  return (
    <Card
      title={t("metrics.whatIf.title")}
      note={t("metrics.whatIf.text")}
      actions={
        <Button variant="secondary" onClick={() => setScenario(measured)} className="print:hidden">
          {t("metrics.whatIf.reset")}
        </Button>
      }
    >
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Controls
          measured={measured}
          scenario={scenario}
          onChange={(change) => setScenario({ ...scenario, ...change })}
        />
        <WhatIfResult scenario={scenario} result={whatIf(scenario)} />
      </div>
    </Card>
  );
}

function Controls(props: {
  measured: Scenario;
  scenario: Scenario;
  onChange: (change: Partial<Scenario>) => void;
}) {
  const { measured, scenario, onChange } = props;
  const { locale, t } = useLanguage();
  const capId = useId();
  const mostSeeds = Math.max(20, 2 * measured.seeds);
  const mostK0 = Math.max(5, Math.ceil(2 * measured.k0));
  return (
    <div className="grid content-start gap-4">
      <Slider
        label={t("metrics.whatIf.k")}
        value={scenario.k}
        text={formatRatio(scenario.k, locale)}
        max={Math.max(2, Math.ceil(2 * measured.k))}
        step={0.001}
        onChange={(k) => onChange({ k })}
      />
      <Slider
        label={t("metrics.whatIf.k0")}
        value={scenario.k0}
        text={formatRatio(scenario.k0, locale)}
        max={mostK0}
        step={mostK0 / 1000}
        onChange={(k0) => onChange({ k0 })}
      />
      <Slider
        label={t("metrics.whatIf.seeds")}
        value={scenario.seeds}
        text={formatNumber(scenario.seeds, locale)}
        min={1}
        max={mostSeeds}
        step={1}
        onChange={(seeds) => onChange({ seeds })}
      />
      <Slider
        label={t("metrics.whatIf.generations")}
        value={scenario.generations}
        text={formatNumber(scenario.generations, locale)}
        min={1}
        max={20}
        step={1}
        onChange={(generations) => onChange({ generations })}
      />
      <Field label={t("metrics.whatIf.cap")} name={capId} hint={t("metrics.whatIf.capHint")}>
        <input
          id={capId}
          type="number"
          inputMode="numeric"
          min={1}
          value={scenario.cap ?? ""}
          onChange={({ target }) =>
            onChange({ cap: target.valueAsNumber >= 1 ? target.valueAsNumber : null })
          }
          aria-describedby={`${capId}-hint`}
          className={`${inputClass} max-w-56`}
        />
      </Field>
    </div>
  );
}
