import { Table, Td, Th } from "#components/ui/table.tsx";

/** The first rows of a file as they stand there. */
export function SampleTable(props: {
  label: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  // Two columns may have one name.
  const columns = props.header.map((name, at) => ({ key: `${at} ${name}`, name, at }));
  return (
    <Table aria-label={props.label}>
      <thead>
        <tr>
          {columns.map(({ key, name }) => (
            <Th key={key}>
              <bdi>{name}</bdi>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cells) => (
          <tr key={cells.join("\u0000")}>
            {columns.map(({ key, at }) => (
              <Td key={key} className="max-w-56 truncate">
                <bdi>{cells[at]}</bdi>
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
