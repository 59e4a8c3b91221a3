import { Table, Td, Th } from "#components/ui/table.tsx";

/** The first rows of a file as they stand there. */
export function SampleTable(props: {
  label: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <Table aria-label={props.label}>
      <thead>
        <tr>
          {props.header.map((name) => (
            <Th key={name}>
              <bdi>{name}</bdi>
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((cells) => (
          <tr key={cells.join("\u0000")}>
            {props.header.map((name, at) => (
              <Td key={name} className="max-w-56 truncate">
                <bdi>{cells[at]}</bdi>
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
