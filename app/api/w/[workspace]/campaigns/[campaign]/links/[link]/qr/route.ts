import { toBuffer, toString as toText } from "qrcode";
import { attachment } from "#app/_files/content-disposition.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { listLinks } from "#db/queries/links/list-links.ts";

interface Context {
  readonly params: Promise<{ workspace: string; campaign: string; link: string }>;
}

/** Print shops want room around a code, and a code that survives a stain. */
const LOOK = { errorCorrectionLevel: "Q", margin: 4 } as const;
const PIXELS = 1024;

/** A link's QR code as a file: SVG, or PNG with `?format=png`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { scope, campaign } = await currentCampaign(params);
  const { link: id } = await params;
  const link = listLinks(scope, { campaignId: campaign.id }).find((one) => String(one.id) === id);
  if (link === undefined) return new Response(null, { status: 404 });
  const address = `${process.env.BASE_URL ?? ""}/s/${link.code}`;
  const isPng = new URL(request.url).searchParams.get("format") === "png";
  const body = isPng
    ? new Uint8Array(await toBuffer(address, { ...LOOK, width: PIXELS }))
    : await toText(address, { ...LOOK, type: "svg" });
  return new Response(body, {
    headers: {
      "Content-Type": isPng ? "image/png" : "image/svg+xml",
      "Content-Disposition": attachment(`intishar_${link.code}_qr.${isPng ? "png" : "svg"}`),
      "Cache-Control": "no-store",
    },
  });
}
