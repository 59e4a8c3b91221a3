import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import type { OpenApi } from "#lib/collect/openapi.ts";
import type { Translate } from "#lib/i18n/translator.ts";

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** The public interface, described for people, from the same document that tools read. In the words of that document. */
export function ApiReference({ document, t }: { document: OpenApi; t: Translate }) {
  const [before, after] = t("api.text", { link: "\u0000" }).split("\u0000");
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      ...operation,
    })),
  );
  const text = (
    <>
      {before}
      <a href="/api/v1/openapi.json" className="font-medium text-teal-800 underline dark:text-teal-300">
        openapi.json
      </a>
      {after}
    </>
  );
  return (
    <>
      <PageHeader title={t("api.title")} text={text} />
      <div dir="ltr" lang="en" className="grid grid-cols-1 gap-5 text-start">
        {operations.map(({ path, method, summary, description, responses }) => (
          <Card key={path} title={summary} note={description}>
            <p className="mb-4 font-mono text-sm">
              <span className="font-semibold">{method.toUpperCase()}</span> {path}
            </p>
            <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
              {Object.entries(responses).map(([status, response]) => (
                <div key={status} className="contents">
                  <dt className="font-mono font-medium">{status}</dt>
                  <dd>{response.description}</dd>
                </div>
              ))}
            </dl>
          </Card>
        ))}
        {(["Event", "Batch", "Receipt", "Result"] as const).map((name) => (
          <SchemaCard key={name} name={name} schema={document.components.schemas[name] as Schema} t={t} />
        ))}
      </div>
    </>
  );
}

function SchemaCard({ name, schema, t }: { name: string; schema: Schema; t: Translate }) {
  return (
    <Card title={name}>
      <Table>
        <caption className="sr-only">{name}</caption>
        <thead>
          <tr>
            <Th>{t("api.field")}</Th>
            <Th>{t("api.type")}</Th>
            <Th>{t("api.meaning")}</Th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(schema.properties ?? {}).map(([field, of]) => (
            <tr key={field}>
              <Td className="whitespace-nowrap font-mono text-xs font-medium">{field}</Td>
              <Td className="max-w-56 text-xs">{typeText(of)}</Td>
              <Td className="min-w-48">
                {of.description}
                {schema.required?.includes(field) ? (
                  <span className="text-slate-600 dark:text-slate-400"> ({t("api.required")})</span>
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function typeText({ type, enum: choices, anyOf, items, $ref, properties }: Schema): string {
  if ($ref !== undefined) return $ref.split("/").at(-1) ?? "";
  if (choices !== undefined) return choices.join(" | ");
  if (anyOf !== undefined)
    return anyOf
      .filter((one) => one.type !== "null")
      .map(typeText)
      .join(" | ");
  if (type === "array" && items !== undefined) return `${typeText(items)}[]`;
  if (properties !== undefined) return Object.keys(properties).join(", ");
  return [type ?? []]
    .flat()
    .filter((one) => one !== "null")
    .join(" | ");
}
