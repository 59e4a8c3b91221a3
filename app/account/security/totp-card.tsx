import { toString as toQr } from "qrcode";
import { Card } from "#components/ui/card.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { TotpSetUp } from "#db/auth-store/totp.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { confirmTotp } from "./_actions/confirm-totp.ts";
import { setUpTotp } from "./_actions/set-up-totp.ts";
import { turnOffTotp } from "./_actions/turn-off-totp.ts";
import { SecurityForm } from "./security-form.tsx";

interface Props {
  readonly isOn: boolean;
  /** The secret that waits for its first code. */
  readonly pending: TotpSetUp | null;
  readonly mayChange: boolean;
  readonly t: Translate;
}

/** The authenticator app: off, being set up, or on. */
export function TotpCard({ isOn, pending, mayChange, t }: Props) {
  return (
    <Card title={t("security.totp")} note={t(isOn ? "security.totp.on" : "security.totp.off")}>
      {!mayChange ? null : isOn ? (
        <SecurityForm action={turnOffTotp} submit={t("security.totp.turnOff")} variant="danger" />
      ) : pending === null ? (
        <SecurityForm action={setUpTotp} submit={t("security.totp.setUp")} />
      ) : (
        <SetUp pending={pending} t={t} />
      )}
    </Card>
  );
}

async function SetUp({ pending: { secret, uri }, t }: { pending: TotpSetUp; t: Translate }) {
  const svg = await toQr(uri, { type: "svg", margin: 2, errorCorrectionLevel: "M" });
  return (
    <div className="flex flex-col gap-5 sm:flex-row">
      {/* biome-ignore lint/performance/noImgElement: a picture within the page, of which there is nothing to fetch */}
      <img
        src={`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`}
        alt={t("security.totp.qr")}
        width={176}
        height={176}
        className="h-44 w-44 shrink-0 rounded bg-white"
      />
      <div className="min-w-0 flex-1 space-y-4">
        <p className="text-sm">{t("security.totp.scan")}</p>
        <CopyText label={t("security.totp.secret")} text={secret} />
        <SecurityForm action={confirmTotp} submit={t("security.totp.confirm")} variant="primary">
          <div className="w-full max-w-sm">
            <Field label={t("auth.step.code")} name="code" hint={t("security.totp.codeHint")}>
              <input
                id="code"
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                dir="ltr"
                maxLength={20}
                aria-describedby="code-hint"
                className={`${inputClass} tracking-widest`}
              />
            </Field>
          </div>
        </SecurityForm>
        <SecurityForm action={turnOffTotp} submit={t("security.totp.cancel")} variant="quiet" />
      </div>
    </div>
  );
}
