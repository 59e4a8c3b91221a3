import { Table, Td, Th } from "#components/ui/table.tsx";

/** Names with their counts. */
export function CountTable(props: {
  name: string;
  count: string;
  rows: readonly { readonly name: string; readonly count: string }[];
}) {
  return (
    <Table>
      <thead>
        <tr>
          <Th>{props.name}</Th>
          <Th figure>{props.count}</Th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ name, count }) => (
          <tr key={name}>
            <Td>
              <bdi>{name}</bdi>
            </Td>
            <Td figure>{count}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
