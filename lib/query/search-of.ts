/** A page's parameters as an address has them, repeated ones included. */
export function searchOf(search: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    for (const text of Array.isArray(value) ? value : value === undefined ? [] : [value])
      address.append(name, text);
  return address;
}
