/** What Next hands a page of its query, as the query it was. */
export function queryOf(params: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(params)) {
    for (const value of [values ?? []].flat()) query.append(name, value);
  }
  return query;
}
