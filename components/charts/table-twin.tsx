import { Table, Td, Th } from "#components/ui/table.tsx";

/** A column of a twin: how it shows what it takes from a row of the card's table. */
export interface TwinColumn<R> {
  readonly title: string;
  cell(row: R): string;
}

/**
 * The rows behind a chart, folded until asked for: those of its card's table in `lib/answers`, which its file has too.
 * The first column names the row, the others are figures.
 */
export function TableTwin<R>(props: {
  summary: string;
  columns: readonly TwinColumn<R>[];
  rows: readonly R[];
}) {
  const { summary, columns, rows } = props;
  return (
    <details className="mt-4 print:hidden">
      <summary className="cursor-pointer text-sm font-medium text-teal-800 dark:text-teal-300">
        {summary}
      </summary>
      <div className="mt-2">
        <Table boxClassName="max-h-96">
          <thead>
            <tr>
              {columns.map(({ title }, place) => (
                <Th key={title} figure={place > 0}>
                  {title}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move
              <tr key={place}>
                {columns.map(({ title, cell }, column) => (
                  <Td key={title} figure={column > 0} className="whitespace-nowrap">
                    {cell(row)}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
