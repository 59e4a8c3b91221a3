/** The question of a page as hidden fields, so that a plain form keeps it; `asked` as an address writes it. */
export function HiddenQuery({ asked = "" }: { asked?: string | undefined }) {
  return [...new URLSearchParams(asked)].map(([name, value]) => (
    <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
  ));
}
