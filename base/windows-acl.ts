/**
 * Who else may read a file, from the output of `icacls <file>`: every name but the user's own,
 * SYSTEM and Administrators. Denials are no grants.
 * @param user `DOMAIN\name` or `name`
 */
export function othersInAcl(output: string, file: string, user: string): string[] {
  const own = user.toLowerCase();
  const bare = own.split('\\').at(-1);
  const trusted = new Set(['nt authority\\system', 'builtin\\administrators', own]);
  const others: string[] = [];
  const body = output.replace(file, '');
  for (const line of body.split(/\r?\n/)) {
    const entry = /^\s*(.+?):((?:\([A-Z,]+\))+)\s*$/.exec(line);
    if (!entry || entry[2]?.includes('(DENY)') || entry[2]?.includes('(N)')) continue;
    const name = (entry[1] as string).trim();
    const lower = name.toLowerCase();
    const mine = !own.includes('\\') && lower.split('\\').at(-1) === bare;
    if (!trusted.has(lower) && !mine) others.push(name);
  }
  return others;
}
