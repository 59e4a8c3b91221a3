/** How a member is called: by name with the address below, or by the address alone. */
export function PersonName({ name, email }: { name: string | null; email: string }) {
  return (
    <>
      <bdi className="font-medium">{name ?? email}</bdi>
      {name === null ? null : (
        <bdi dir="ltr" className="block text-xs text-slate-600 dark:text-slate-400">
          {email}
        </bdi>
      )}
    </>
  );
}
