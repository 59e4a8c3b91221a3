import type { Metadata } from "next";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { ApiReference } from "#components/collect/api-reference.tsx";
import { openApi } from "#lib/collect/openapi.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("api.title") };
}

export default async function ApiReferencePage() {
  const t = await requestTranslate();
  return <ApiReference document={openApi(process.env.BASE_URL ?? "")} t={t} />;
}
