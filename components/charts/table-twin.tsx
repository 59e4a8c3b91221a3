import { Table, Td, Th } from "#components/ui/table.tsx";

/** The values behind a chart, folded until asked for; the first column names the row, the others are figures. */
export function TableTwin(props: {
  summary: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const { summary, head, rows } = props;
  return (
    <details className="mt-4 print:hidden">
      <summary className="cursor-pointer text-sm font-medium text-teal-800 dark:text-teal-300">
        {summary}
      </summary>
      <div className="mt-2">
        <Table boxClassName="max-h-96">
          <thead>
            <tr>
              {head.map((title, column) => (
                <Th key={title} figure={column > 0}>
                  {title}
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move
              <tr key={row}>
                {cells.map((cell, column) => (
                  <Td key={head[column]} figure={column > 0} className="whitespace-nowrap">
                    {cell}
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
